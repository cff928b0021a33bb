// SPDX-License-Identifier: MIT
#pragma once

#include "access/filefacts.h"
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
[[nodiscard]] Result<PathWalk> walkPath(const QByteArray &path, int root = -1);

} // namespace pipeglass::access
