// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/icondelegate.h"

namespace pipeglass::ui {

/// Adds an icon of the severity to a row of the problems.
class FindingDelegate : public IconDelegate {
    Q_OBJECT

public:
    using IconDelegate::IconDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
