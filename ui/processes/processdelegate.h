// SPDX-License-Identifier: MIT
#pragma once

#include "widgets/icondelegate.h"

namespace pipeglass::ui {

/// Puts an icon before the name of a process and of each thing that is known of it.
class ProcessDelegate : public IconDelegate {
    Q_OBJECT

public:
    using IconDelegate::IconDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
