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

/// Contrast of two colours as the Web Content Accessibility Guidelines define it: 1 to 21.
[[nodiscard]] double contrast(const QColor &a, const QColor &b);
/// The least contrast of text with its background.
inline constexpr double leastContrast = 4.5;
/// `text`, made darker or lighter as far as it needs to be readable on `ground`.
[[nodiscard]] QColor readable(const QColor &text, const QColor &ground);

/// A background tinted with an accent, on which text is readable.
[[nodiscard]] QColor tintedGround(const QPalette &palette, QPalette::ColorRole under, const QColor &accent);
/// Draws it with a thin frame.
void drawTintedGround(QWidget &widget, QPalette::ColorRole under, const QColor &accent);

/// Accents for light and dark backgrounds. Never the only indication of a state.
[[nodiscard]] QColor goodColor();
[[nodiscard]] QColor infoColor();
[[nodiscard]] QColor warningColor();
[[nodiscard]] QColor errorColor();

} // namespace pipeglass::ui
