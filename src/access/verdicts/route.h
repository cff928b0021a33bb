// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/subjects/subject.h"

namespace pipeglass::access {

/// The path to a pipe as another process resolves it, with its root directory and mounts.
struct Route {
    /// nullopt: its root is not visible to us.
    std::optional<std::vector<DirectoryFacts>> directories;
    /// The path leads the process to the same file, or that is unknown.
    bool seesTheFile = true;
};

/// Only for subjects that are another process; else the target has the path already. In another mount namespace, the
/// pipe is searched under the path that its processes use.
[[nodiscard]] Route routeOf(const Subject &subject, const Target &target);

} // namespace pipeglass::access
