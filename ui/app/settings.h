// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"

#include <QSettings>

#include <vector>

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

    // What is listed.
    [[nodiscard]] catalog::Scope scope() const;
    void setScope(catalog::Scope scope);
    [[nodiscard]] bool namespacesWanted() const;
    void setNamespacesWanted(bool wanted);
    [[nodiscard]] bool goneWanted() const;
    void setGoneWanted(bool wanted);
    /// Directories that the person added, raw bytes, in their order.
    [[nodiscard]] std::vector<QByteArray> directories() const;
    void setDirectories(const std::vector<QByteArray> &directories);

    void forgetLayout();

private:
    void remember(const QString &key, const QVariant &value);

    bool m_remembers;
    QSettings m_store;
};

} // namespace pipeglass::ui
