// SPDX-License-Identifier: MIT
#pragma once

#include <QSettings>

namespace pipeglass::ui {

/// What the window remembers from one start to the next, typed, with defaults. Window's thread.
class Settings {
public:
    /// Of the person.
    Settings();
    /// In a file of its own, for tests and the demonstration; an empty name remembers nothing.
    explicit Settings(const QString &file);

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);

    [[nodiscard]] bool attachHintWanted() const;
    void setAttachHintWanted(bool wanted);

    [[nodiscard]] QString theme() const; ///< "system", "light" or "dark"
    void setTheme(const QString &theme);

    void forgetLayout();

private:
    bool m_remembers;
    QSettings m_store;
};

} // namespace pipeglass::ui
