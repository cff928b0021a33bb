// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "core/uniquefd.h"

#include <vector>

namespace pipeglass::access {

/// A directory that must be searched to reach a file.
struct DirectoryFacts {
    QByteArray path; ///< for display
    Permissions permissions;

    friend bool operator==(const DirectoryFacts &, const DirectoryFacts &) = default;
};

/// The path from the root to a file as the kernel resolves it, with links and "..". Held by descriptors, so it cannot
/// change between two steps.
struct PathWalk {
    std::vector<DirectoryFacts> directories; ///< in the order of the search, without duplicates
    UniqueFd end; ///< O_PATH; invalid if the walk stopped
    int stoppedBy = 0; ///< errno if the walk stopped (EACCES: we may not search the last directory)
};

/// Walks an absolute path (a relative one starts in our current directory) below `root`, an O_PATH descriptor of the
/// root directory to use (-1: ours). A link as the last component is not followed.
///
/// A link of /proc to an open object, such as /proc/PID/root, is followed by the kernel. Directories before it are not
/// in `directories`, because processes of that namespace do not pass them. After it no symbolic link is followed
/// (Unsupported): the namespace's owner could redirect the path to a file of ours.
[[nodiscard]] Result<PathWalk> walkPath(const QByteArray &path, int root = -1);

/// The path as seen in its mount namespace: without a leading /proc/PID/root.
[[nodiscard]] QByteArray pathInside(const QByteArray &path);

} // namespace pipeglass::access
