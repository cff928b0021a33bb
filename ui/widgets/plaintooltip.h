// SPDX-License-Identifier: MIT
#pragma once

#include "text/pipetext.h"

#include <QWidget>

namespace pipeglass::ui {

/// Sets a tool tip with untrusted text, and the accessible description without markup.
inline void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(text::toolTip(text));
    widget.setAccessibleDescription(text);
}

} // namespace pipeglass::ui
