// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/tmpfiles/configurationfile.h"
#include "cleaning/tmpfiles/tmpfilesfields.h"

#include <functional>

namespace pipeglass::cleaning {

/// One line of tmpfiles.d, as far as it matters for `systemd-tmpfiles --clean`.
struct TmpfilesRule {
    char type = 0;
    QByteArray path; ///< with its specifiers put in; a glob where the type takes one
    bool append = false; ///< a `+` that systemd heeds
    QByteArray settings; ///< all that must be the same for a second line on one path to count
    bool hasAge = false;
    qint64 age = 0; ///< nanoseconds, or infiniteTime
    bool keepFirstLevel = false; ///< a `~`: what is directly in the directory stays
    /// Which times of a file must be older; all four by default.
    bool byAccess = true;
    bool byBirth = true;
    bool byChange = true;
    bool byModification = true;

    QByteArray file;
    int line = 0;
    QByteArray text;

    /// Whether the path is a pattern. Each matching file is left to this line, and no other line ages it.
    [[nodiscard]] bool takesGlob() const;
    /// Whether what is in the directory at `path` is aged by this line.
    [[nodiscard]] bool ages() const;
    /// For these a second line on the same path counts only with the same settings.
    [[nodiscard]] bool takesOwnership() const;
};

/// What the lines of a machine mean there.
struct TmpfilesContext {
    Specifiers specifiers;
    int systemdVersion = 0; ///< 0 where it is not known: taken for a recent one
    /// A line with a user or group that does not exist is dropped. Empty functions: everybody exists.
    std::function<bool(const QByteArray &)> userExists;
    std::function<bool(const QByteArray &)> groupExists;

    /// Whether systemd is at least that old a release; up to 253 it knew no escapes, and no `+` on a second line.
    [[nodiscard]] bool isSince254() const { return systemdVersion == 0 || systemdVersion >= 254; }
};

/// The lines of a file that systemd would take when it cleans: none that it would refuse, and none with `!`, which are
/// for the boot only.
[[nodiscard]] std::vector<TmpfilesRule> parseTmpfiles(const ConfigurationFile &file, const TmpfilesContext &context);

} // namespace pipeglass::cleaning
