// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>
#include <QString>

namespace pipeglass::ui {

/// Light, dark, or as the desktop has it. One object, made after the application, which it remembers as it was.
class Theme {
public:
    Theme();

    /// "light", "dark"; anything else is the desktop's.
    void apply(const QString &name) const;

private:
    QString m_systemStyle;
    QPalette m_systemPalette;
};

} // namespace pipeglass::ui
