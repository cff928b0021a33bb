// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/namefilter.h"
#include "engine/sessions/requests.h"

#include <QSettings>

#include <vector>

namespace pipeglass::ui {

/// Typed persistent settings of the window. Window's thread.
class Settings {
public:
    /// The user's settings.
    Settings();
    /// In another file, for tests and the demonstration; an empty name saves nothing.
    explicit Settings(const QString &file);

    [[nodiscard]] QByteArray bytes(const QString &key) const;
    void setBytes(const QString &key, const QByteArray &value);

    [[nodiscard]] bool attachHintWanted() const;
    void setAttachHintWanted(bool wanted);

    [[nodiscard]] QString theme() const; ///< "system", "light" or "dark"
    void setTheme(const QString &theme);

    // What the list shows.
    [[nodiscard]] catalog::Scope scope() const;
    void setScope(catalog::Scope scope);
    [[nodiscard]] bool namespacesWanted() const;
    void setNamespacesWanted(bool wanted);
    [[nodiscard]] bool goneWanted() const;
    void setGoneWanted(bool wanted);
    /// Directories that the user added, raw bytes, in order.
    [[nodiscard]] std::vector<QByteArray> directories() const;
    void setDirectories(const std::vector<QByteArray> &directories);

    /// What "Start a program" was used with, the last one first.
    struct StartedProgram {
        QString commandLine;
        QString directory;
        QString environment; ///< NAME=value, one a line
        QString framing; ///< id

        friend bool operator==(const StartedProgram &, const StartedProgram &) = default;
    };
    [[nodiscard]] QList<StartedProgram> startedPrograms() const;
    void addStartedProgram(const StartedProgram &program); ///< keeps the last ten command lines

    // What conversations show: filters and the like.
    [[nodiscard]] QVariant viewValue(const QString &key) const;
    void setViewValue(const QString &key, const QVariant &value);
    /// Recordings that were opened or saved, the last one first.
    [[nodiscard]] std::vector<QByteArray> recentFiles() const;
    void addRecentFile(const QByteArray &path); ///< keeps the last ten
    void forgetRecentFiles();

    /// How large a private recording may become, in bytes.
    [[nodiscard]] qint64 recordingLimit() const;
    void setRecordingLimit(qint64 bytes);
    [[nodiscard]] engine::LimitPolicy limitPolicy() const; ///< what happens then
    void setLimitPolicy(engine::LimitPolicy policy);
    /// Whether anything is saved.
    [[nodiscard]] bool remembers() const { return m_remembers; }

    void forgetLayout();

private:
    [[nodiscard]] std::vector<QByteArray> byteArrays(const QString &key) const;
    void setByteArrays(const QString &key, const std::vector<QByteArray> &all);
    void remember(const QString &key, const QVariant &value);

    bool m_remembers;
    QSettings m_store;
};

} // namespace pipeglass::ui
