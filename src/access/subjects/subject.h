// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "access/subjects/account.h"
#include "access/subjects/processtext.h"

#include <QByteArray>

namespace pipeglass::access {

/// The numbers that a user namespace knows; nullopt: all of them. The capabilities of its processes count only on files
/// whose owner and group are among them.
struct KnownIds {
    std::optional<IdRanges> uids;
    std::optional<IdRanges> gids;

    [[nodiscard]] bool contain(const Permissions &permissions) const;
};

/// Those of our own user namespace. A number that it does not know is shown as 65534.
[[nodiscard]] KnownIds idsKnownHere();

/// Who wants to connect: a running process with the rights it has now, a user as after a fresh login, or nobody in
/// particular (a member of one group, "everyone").
struct Subject {
    std::optional<uid_t> uid; ///< nothing for a mere member of a group
    std::vector<gid_t> groups;
    bool overrides = false; ///< CAP_DAC_OVERRIDE: modes do not bind it
    bool searches = false; ///< CAP_DAC_READ_SEARCH: every directory may be searched
    KnownIds known; ///< of its user namespace
    std::optional<pid_t> pid;
    QByteArray program; ///< of a process, raw bytes
    bool isMe = false;

    [[nodiscard]] bool isIn(gid_t group) const;
    /// Root that lacks CAP_DAC_OVERRIDE.
    [[nodiscard]] bool isRootWithoutRights() const { return uid == 0 && !overrides; }
    /// For sentences: "You (ci)", "User ci", "echo (process 4242, user ci)". Escaped.
    [[nodiscard]] QString name() const;
};

/// This process with the rights it has.
[[nodiscard]] Result<Subject> me();
/// Fails with UnknownProcess.
[[nodiscard]] Result<Subject> processSubject(pid_t pid);
/// A login in our own user namespace.
[[nodiscard]] Subject userSubject(const Account &account);
/// The representative of a principal: a user with its account's groups, somebody who is in that group and no other,
/// somebody who is in none.
[[nodiscard]] Subject subjectOf(const Principal &who);
/// "pid:N", a user's name, or a uid. Fails with UnknownAccount, UnknownProcess or InvalidArgument.
[[nodiscard]] Result<Subject> parseSubject(const QByteArray &text);

} // namespace pipeglass::access
