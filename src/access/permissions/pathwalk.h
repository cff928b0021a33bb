// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "core/uniquefd.h"

#include <vector>

namespace pipeglass::access {

/// A directory that must be searched on the way to a file.
struct DirectoryFacts {
    QByteArray path; ///< for people
    Permissions permissions;

    friend bool operator==(const DirectoryFacts &, const DirectoryFacts &) = default;
};

/// The way from the root to a file as the kernel would go it, links and ".." followed. Held by descriptors all along,
/// so that it cannot be diverted between one step and the next.
struct PathWalk {
    std::vector<DirectoryFacts> directories; ///< in the order in which they are searched, each once
    UniqueFd end; ///< the file itself, O_PATH; invalid when the way ended earlier
    int stoppedBy = 0; ///< errno where it ended earlier (EACCES: the last directory may not be searched by us)
};

/// Walks an absolute path (a relative one starts in our current directory) below `root`, an O_PATH descriptor of the
/// directory that is "/" for whom we ask (-1: ours). The last component is not followed if it is a link.
///
/// A link of /proc to an open object, such as /proc/PID/root, is followed by the kernel, because its text says nothing.
/// Directories above it are left out of `directories`: whose namespace it is does not go through them. Below it no
/// symbolic link is followed (Unsupported): the owner of that namespace could lead the way to a file of ours.
[[nodiscard]] Result<PathWalk> walkPath(const QByteArray &path, int root = -1);

/// The path as the processes of its mount namespace see it: without a leading /proc/PID/root.
[[nodiscard]] QByteArray pathInside(const QByteArray &path);

} // namespace pipeglass::access
