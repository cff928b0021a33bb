// SPDX-License-Identifier: MIT
#pragma once

#include "access/subject.h"
#include "access/target.h"

namespace pipeglass::access {

/// What keeps a running process from a pipe although the modes would let it in.
struct ProcessView {
    /// The way as the process would walk it; nothing where its root may not be looked into.
    std::optional<std::vector<DirectoryFacts>> directories;
    /// The path leads the process (its root directory, its mounts) to the same file, or that cannot be known.
    bool seesTheFile = true;
    /// Where it looks for .NET pipes, if that is another directory than the pipe's.
    std::optional<QByteArray> otherTemporaryDirectory;
    /// Groups of its account that it lacks: it was started before they were given.
    std::vector<gid_t> missingGroups;
    /// The profile of a security module that confines it; empty where there is none or it cannot be seen.
    QByteArray confinedBy;
};

/// Looks at the living process of `subject` (which has a pid).
[[nodiscard]] ProcessView viewOf(const Subject &subject, const Target &target);

} // namespace pipeglass::access
