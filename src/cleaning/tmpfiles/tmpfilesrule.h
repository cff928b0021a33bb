// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/tmpfiles/configurationfile.h"
#include "cleaning/tmpfiles/tmpfilesfields.h"

#include <functional>

namespace pipeglass::cleaning {

/// One line of tmpfiles.d, as far as `systemd-tmpfiles --clean` uses it.
struct TmpfilesRule {
    char type = 0;
    QByteArray path; ///< with specifiers replaced; a glob if the type takes one
    bool append = false; ///< a `+` that systemd applies
    QByteArray settings; ///< settings that must be equal for a second line on the path to count
    bool hasAge = false;
    qint64 age = 0; ///< nanoseconds, or infiniteTime
    bool keepFirstLevel = false; ///< a `~`: entries directly in the directory are kept
    /// Which times of a file must be older than the age; by default all four.
    bool byAccess = true;
    bool byBirth = true;
    bool byChange = true;
    bool byModification = true;

    QByteArray file;
    int line = 0;
    QByteArray text;

    /// Whether the path is a pattern. No other line ages a matching file.
    [[nodiscard]] bool takesGlob() const;
    /// Whether this line ages the content of the directory at `path`.
    [[nodiscard]] bool ages() const;
    /// For these types a second line on the same path counts only with the same settings.
    [[nodiscard]] bool takesOwnership() const;
};

/// What the lines depend on.
struct TmpfilesContext {
    Specifiers specifiers;
    int systemdVersion = 0; ///< 0: unknown, treated as a recent one
    /// Lines with an unknown user or group are ignored. Empty functions: every name exists.
    std::function<bool(const QByteArray &)> userExists;
    std::function<bool(const QByteArray &)> groupExists;

    /// Up to systemd 253 there were no escapes, and no `+` on a second line.
    [[nodiscard]] bool isSince254() const { return systemdVersion == 0 || systemdVersion >= 254; }
};

/// The valid lines for cleaning: without lines that systemd would refuse and those with `!`, which apply at boot only.
[[nodiscard]] std::vector<TmpfilesRule> parseTmpfiles(const ConfigurationFile &file, const TmpfilesContext &context);

} // namespace pipeglass::cleaning
