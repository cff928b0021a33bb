// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/pathwalk.h"
#include "access/subjects/subject.h"

#include <QLatin1String>

namespace pipeglass::access {

/// The rule that decided. Mask: an entry would grant, but the mask removes the right. NoListener: nobody accepts,
/// whatever the permissions. Kernel: the kernel's answer differs from the permissions. Abstract: no file, so no
/// permissions.
enum class Rule { Owner, Group, AclUser, AclGroup, Mask, Others, Directory, Root, NoListener, Kernel, Abstract };

/// "owner", "group", "acl-user", "acl-group", "mask", "others", "directory", "root", "no-listener", "kernel",
/// "abstract"
[[nodiscard]] QLatin1String word(Rule rule);

struct Verdict {
    bool allowed = false;
    Rule rule = Rule::Others;
    /// The last group or named entry that was compared.
    std::optional<Principal> entry;
    /// The mask is empty, so Linux ignores the ACL, and its named users and groups count as others.
    bool listIgnored = false;
    QByteArray directory; ///< for Rule::Directory

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// Whether the subject may write to, and so connect to, a socket with these permissions, without the directories above.
/// Follows the kernel's algorithm. Pure.
[[nodiscard]] Verdict evaluateSocket(const Permissions &permissions, const Subject &subject);
/// Whether the subject may search a directory with these permissions. Pure.
[[nodiscard]] bool maySearch(const Permissions &permissions, const Subject &subject);
/// Every directory of the path, then the socket. Pure.
[[nodiscard]] Verdict
evaluate(const std::vector<DirectoryFacts> &directories, const Permissions &permissions, const Subject &subject);

} // namespace pipeglass::access
