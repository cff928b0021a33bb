// SPDX-License-Identifier: MIT
#include "widgets/colors.h"

#include <QPainter>
#include <QWidget>

namespace pipeglass::ui {

bool isDark(const QPalette &palette)
{
    return palette.color(QPalette::WindowText).lightness() > palette.color(QPalette::Window).lightness();
}

QColor mixed(const QColor &under, const QColor &over, double share)
{
    const auto part = [share](int a, int b) { return static_cast<int>(a * (1 - share) + b * share + 0.5); };
    return { part(under.red(), over.red()), part(under.green(), over.green()), part(under.blue(), over.blue()) };
}

QColor secondaryTextColor(const QPalette &palette)
{
    return mixed(palette.color(QPalette::Window), palette.color(QPalette::WindowText), 0.68);
}

void drawTintedGround(QWidget &widget, QPalette::ColorRole under, const QColor &accent)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = widget.palette().color(under);
    painter.setPen(mixed(ground, accent, 0.7));
    painter.setBrush(mixed(ground, accent, isDark(widget.palette()) ? 0.22 : 0.14));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

QColor goodColor() { return { 0x2f, 0x9e, 0x5f }; }
QColor infoColor() { return { 0x35, 0x84, 0xc8 }; }
QColor warningColor() { return { 0xe0, 0xa0, 0x20 }; }
QColor errorColor() { return { 0xd0, 0x45, 0x3e }; }

} // namespace pipeglass::ui
