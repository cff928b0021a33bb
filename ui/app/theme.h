// SPDX-License-Identifier: MIT
#pragma once

#include <QPalette>
#include <QString>

namespace pipeglass::ui {

/// Light, dark or the desktop's theme. One object, created after the application, whose original palette it saves.
class Theme {
public:
    Theme();

    /// "light" or "dark"; anything else is the desktop's theme.
    void apply(const QString &name) const;

private:
    QString m_systemStyle;
    QPalette m_systemPalette;
};

} // namespace pipeglass::ui
