// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/icondelegate.h"

namespace pipeglass::ui {

/// Paints icons before the names of processes and child rows.
class ProcessDelegate : public IconDelegate {
    Q_OBJECT

public:
    using IconDelegate::IconDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
