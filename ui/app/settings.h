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

    [[nodiscard]] QString language() const; ///< "en" or "ko"; empty: the system's
    void setLanguage(const QString &language); ///< from the next start on
    [[nodiscard]] bool animationsWanted() const;
    void setAnimationsWanted(bool wanted);

    [[nodiscard]] bool isTourOffered() const; ///< it was, at the first start
    void setTourOffered();

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

    /// Keys of what was used in the command palette, the last one first.
    [[nodiscard]] QStringList recentCommands() const;
    void addRecentCommand(const QString &key); ///< keeps the last hundred
    /// Names of pipes that were hosted, the last one first.
    [[nodiscard]] QStringList hostedNames() const;
    void addHostedName(const QString &name); ///< keeps the last twenty

    /// A message to send again.
    struct Favourite {
        QString name;
        QString text; ///< text, or bytes in hex
        bool isHex = false;
        QByteArray framing; ///< id

        friend bool operator==(const Favourite &, const Favourite &) = default;
    };
    [[nodiscard]] QList<Favourite> favourites() const; ///< by name
    void saveFavourite(const Favourite &favourite); ///< replaces one with that name
    void removeFavourite(const QString &name);

    enum class Times { Local, Utc, SinceFirst };
    [[nodiscard]] Times times() const; ///< how conversations show times
    void setTimes(Times times);
    [[nodiscard]] QByteArray framing() const; ///< id of the one to begin with
    void setFraming(const QByteArray &id);

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
    /// Where private recordings go, raw bytes; empty: nowhere.
    [[nodiscard]] QByteArray keptDirectory() const;
    void setKeptDirectory(const QByteArray &directory); ///< empty: the default one
    [[nodiscard]] bool hasOwnKeptDirectory() const; ///< not the default one
    /// Whether anything is saved.
    [[nodiscard]] bool remembers() const { return m_remembers; }

    void forgetLayout();

private:
    [[nodiscard]] std::vector<QByteArray> byteArrays(const QString &key) const;
    void setByteArrays(const QString &key, const std::vector<QByteArray> &all);
    [[nodiscard]] QStringList texts(const QString &key) const;
    void addText(const QString &key, const QString &text, qsizetype most);
    void setFavourites(const QList<Favourite> &favourites);
    void remember(const QString &key, const QVariant &value);

    bool m_remembers;
    QSettings m_store;
};

} // namespace pipeglass::ui
