// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "access/subjects/account.h"
#include "access/subjects/processtext.h"

#include <QByteArray>

namespace pipeglass::access {

/// Ids mapped in a user namespace; nullopt: all. Capabilities of its processes apply only to files whose owner and
/// group are mapped.
struct KnownIds {
    std::optional<IdRanges> uids;
    std::optional<IdRanges> gids;

    [[nodiscard]] bool contain(const Permissions &permissions) const;
};

/// Ids of our own user namespace. An unmapped id is shown as 65534.
[[nodiscard]] KnownIds idsKnownHere();

/// Who connects: a running process with its current rights, a user as after a new login, a member of one group, or
/// everyone.
struct Subject {
    std::optional<uid_t> uid; ///< nullopt for a member of a group
    std::vector<gid_t> groups;
    bool overrides = false; ///< CAP_DAC_OVERRIDE: no permission check
    bool searches = false; ///< CAP_DAC_READ_SEARCH: may search every directory
    KnownIds known; ///< in its user namespace
    std::optional<pid_t> pid;
    QByteArray program; ///< for a process, raw bytes
    bool isMe = false;

    [[nodiscard]] bool isIn(gid_t group) const;
    /// Root without CAP_DAC_OVERRIDE.
    [[nodiscard]] bool isRootWithoutRights() const { return uid == 0 && !overrides; }
    /// For sentences: "You (ci)", "User ci", "echo (process 4242, user ci)". Escaped.
    [[nodiscard]] QString name() const;
};

/// This process with its current rights.
[[nodiscard]] Result<Subject> me();
/// Fails with UnknownProcess.
[[nodiscard]] Result<Subject> processSubject(pid_t pid);
/// A login in our own user namespace.
[[nodiscard]] Subject userSubject(const Account &account);
/// A subject for a principal: a user with its account's groups, a member of that group only, or somebody in no group.
[[nodiscard]] Subject subjectOf(const Principal &who);
/// "pid:N", a user's name, or a uid. Fails with UnknownAccount, UnknownProcess or InvalidArgument.
[[nodiscard]] Result<Subject> parseSubject(const QByteArray &text);

} // namespace pipeglass::access
