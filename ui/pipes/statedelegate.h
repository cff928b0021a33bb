// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "widgets/icondelegate.h"

namespace pipeglass::ui {

/// The name of the state's icon (svgicon.h).
[[nodiscard]] QString stateIconName(const catalog::PipeEntry &entry);

/// Paints the state's icon, and removed pipes in grey italics.
class StateDelegate : public IconDelegate {
    Q_OBJECT

public:
    using IconDelegate::IconDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
