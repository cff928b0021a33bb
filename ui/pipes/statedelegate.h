// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "widgets/icondelegate.h"

namespace pipeglass::ui {

/// The name of the icon (svgicon.h) for what a pipe is.
[[nodiscard]] QString stateIconName(const catalog::PipeEntry &entry);

/// The rows of the list of pipes: the icon of the state before its word, and those that are gone quiet and slanted.
class StateDelegate : public IconDelegate {
    Q_OBJECT

public:
    using IconDelegate::IconDelegate;

protected:
    void initStyleOption(QStyleOptionViewItem *option, const QModelIndex &index) const override;
};

} // namespace pipeglass::ui
