// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/pathwalk.h"
#include "access/subjects/subject.h"

#include <QLatin1String>

namespace pipeglass::access {

/// Which rule decided. Mask: a named entry or the group would have let the person in, the mask (zero included) takes
/// it away, and the answer is no. NoListener: nobody accepts, whatever the permissions say. Kernel: the kernel's own
/// answer, which differs from that of the permissions. Abstract: a socket without a file and permissions.
enum class Rule { Owner, Group, AclUser, AclGroup, Mask, Others, Directory, Root, NoListener, Kernel, Abstract };

/// "owner", "group", "acl-user", "acl-group", "mask", "others", "directory", "root", "no-listener", "kernel",
/// "abstract"
[[nodiscard]] QLatin1String word(Rule rule);

struct Verdict {
    bool allowed = false;
    Rule rule = Rule::Others;
    /// The group or the named one whose entry was looked at last, where there was one.
    std::optional<Principal> entry;
    /// The list is there, but its mask is all zero: Linux ignores it, and who is named in it counts as others.
    bool listIgnored = false;
    QByteArray directory; ///< for Rule::Directory

    friend bool operator==(const Verdict &, const Verdict &) = default;
};

/// May the subject connect to a socket with these permissions (that is, write to it), the way to it aside? The
/// kernel's own algorithm. Pure.
[[nodiscard]] Verdict evaluateSocket(const Permissions &permissions, const Subject &subject);
/// May the subject look up names in a directory with these permissions? Pure.
[[nodiscard]] bool maySearch(const Permissions &permissions, const Subject &subject);
/// Both: every directory on the way, then the socket. Pure.
[[nodiscard]] Verdict
evaluate(const std::vector<DirectoryFacts> &directories, const Permissions &permissions, const Subject &subject);

} // namespace pipeglass::access
