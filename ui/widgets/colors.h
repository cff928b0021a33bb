// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>

class QWidget;

namespace pipeglass::ui {

/// Whether the palette has light text on a dark background.
[[nodiscard]] bool isDark(const QPalette &palette);
/// Mixes `share` (0 to 1) of `over` with `under`.
[[nodiscard]] QColor mixed(const QColor &under, const QColor &over, double share);
/// A colour for less important text, readable on the background of windows and lists.
[[nodiscard]] QColor secondaryTextColor(const QPalette &palette);

/// Draws a background tinted with an accent, with a thin frame.
void drawTintedGround(QWidget &widget, QPalette::ColorRole under, const QColor &accent);

/// Accents for light and dark backgrounds. Never the only indication of a state.
[[nodiscard]] QColor goodColor();
[[nodiscard]] QColor infoColor();
[[nodiscard]] QColor warningColor();
[[nodiscard]] QColor errorColor();

} // namespace pipeglass::ui
