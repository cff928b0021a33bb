// SPDX-License-Identifier: MIT
#include "app/theme.h"

#include "app/darkstyle.h"

#include <QApplication>
#include <QStyle>
#include <QStyleFactory>

namespace pipeglass::ui {

namespace {

struct Ground {
    QColor window, base, alternate, text, quiet, button, highlight, highlightedText, link, disabled, dark, light;
};

const Ground lightGround{ 0xf3f4f6, 0xffffff, 0xf7f8fa, 0x1f2328, 0x5f6770, 0xf3f4f6,
                          0xcbe1f6, 0x14181d, 0x1f66a8, 0x9aa1aa, 0xb9bec6, 0xffffff };
const Ground darkGround{ 0x24272b, 0x1b1d20, 0x202326, 0xe4e6e9, 0x9aa1aa, 0x2e3237,
                         0x2f74b5, 0xffffff, 0x6fb0e8, 0x6c727a, 0x141618, 0x43484f };

QPalette paletteOf(const Ground &ground)
{
    QPalette palette(
        ground.text, ground.button, ground.light, ground.dark, ground.dark, ground.text, ground.text, ground.base,
        ground.window);
    palette.setColor(QPalette::AlternateBase, ground.alternate);
    palette.setColor(QPalette::Mid, ground.dark);
    palette.setColor(QPalette::Midlight, ground.light);
    palette.setColor(QPalette::Highlight, ground.highlight);
    palette.setColor(QPalette::HighlightedText, ground.highlightedText);
    palette.setColor(QPalette::Link, ground.link);
    palette.setColor(QPalette::PlaceholderText, ground.quiet);
    palette.setColor(QPalette::ToolTipBase, ground.button);
    palette.setColor(QPalette::ToolTipText, ground.text);
    for (const auto role : { QPalette::WindowText, QPalette::Text, QPalette::ButtonText, QPalette::HighlightedText })
        palette.setColor(QPalette::Disabled, role, ground.disabled);
    palette.setColor(QPalette::Disabled, QPalette::Highlight, ground.dark);
    return palette;
}

} // namespace

Theme::Theme()
    : m_systemStyle(QApplication::style()->objectName())
    , m_systemPalette(QApplication::palette())
{
}

void Theme::apply(const QString &name) const
{
    const bool dark = name == QLatin1String("dark");
    if (!dark && name != QLatin1String("light")) {
        QApplication::setStyle(QStyleFactory::create(m_systemStyle));
        QApplication::setPalette(m_systemPalette);
        return;
    }
    // Fusion takes all colours from the palette.
    QApplication::setStyle(dark ? new DarkStyle : QStyleFactory::create(QStringLiteral("Fusion")));
    QApplication::setPalette(paletteOf(dark ? darkGround : lightGround));
}

} // namespace pipeglass::ui
