// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/subjects/subject.h"

namespace pipeglass::access {

/// The way to a pipe as a running process would walk it: by its root directory and its mounts.
struct Route {
    /// nullopt: its root may not be looked into.
    std::optional<std::vector<DirectoryFacts>> directories;
    /// The path leads the process to the same file, or that cannot be known.
    bool seesTheFile = true;
};

/// For a subject that is another process than this one; for any other the target has the way already. A pipe of another
/// mount namespace is looked for under the path that its own processes use.
[[nodiscard]] Route routeOf(const Subject &subject, const Target &target);

} // namespace pipeglass::access
