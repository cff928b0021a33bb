// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

class QWidget;

namespace pipeglass::ui {

/// Is this a light text on a dark ground?
[[nodiscard]] bool isDark(const QPalette &palette);
/// `share` (0 to 1) of `over`, the rest of `under`.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double share);
/// Text that is less important than the rest, legible on the window's and the list's ground.
[[nodiscard]] QColor quietText(const QPalette &palette);

/// The ground of something that stands out from the rest, tinted with an accent and with a thin frame.
void drawTintedGround(QWidget &widget, QPalette::ColorRole under, const QColor &accent);

/// Accents that keep their meaning on light and dark ground. Never the only sign of anything.
[[nodiscard]] QColor goodColor();
[[nodiscard]] QColor infoColor();
[[nodiscard]] QColor warningColor();
[[nodiscard]] QColor errorColor();

} // namespace pipeglass::ui
