// SPDX-License-Identifier: MIT
#pragma once

#include "text/pipetext.h"

#include <QWidget>

namespace pipeglass::ui {

/// A tool tip with text of strangers. Who cannot see it hears the text, where Qt would read out the markup.
inline void setPlainToolTip(QWidget &widget, const QString &text)
{
    widget.setToolTip(text::toolTip(text));
    widget.setAccessibleDescription(text);
}

} // namespace pipeglass::ui
