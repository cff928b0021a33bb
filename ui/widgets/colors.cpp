// SPDX-License-Identifier: MIT
#include "widgets/colors.h"

#include <QPainter>
#include <QWidget>

#include <algorithm>
#include <cmath>

namespace pipeglass::ui {

namespace {

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const auto [less, more] = std::minmax({ luminance(a), luminance(b) });
    return (more + 0.05) / (less + 0.05);
}

QColor readable(const QColor &text, const QColor &ground)
{
    const QColor end = contrast(Qt::black, ground) > contrast(Qt::white, ground) ? Qt::black : Qt::white;
    for (double share = 0; share < 1; share += 0.05) {
        const QColor color = mixed(text, end, share);
        if (contrast(color, ground) >= leastContrast)
            return color;
    }
    return end;
}

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

QColor tintedGround(const QPalette &palette, QPalette::ColorRole under, const QColor &accent)
{
    return mixed(palette.color(under), accent, isDark(palette) ? 0.13 : 0.11);
}

void drawTintedGround(QWidget &widget, QPalette::ColorRole under, const QColor &accent)
{
    QPainter painter(&widget);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor ground = widget.palette().color(under);
    painter.setPen(mixed(ground, accent, 0.7));
    painter.setBrush(tintedGround(widget.palette(), under, accent));
    painter.drawRoundedRect(QRectF(widget.rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

QColor goodColor() { return { 0x2f, 0x9e, 0x5f }; }
QColor infoColor() { return { 0x35, 0x84, 0xc8 }; }
QColor warningColor() { return { 0xe0, 0xa0, 0x20 }; }
QColor errorColor() { return { 0xd0, 0x45, 0x3e }; }

} // namespace pipeglass::ui
