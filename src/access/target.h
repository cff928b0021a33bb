// SPDX-License-Identifier: MIT
#pragma once

#include "access/pathwalk.h"

namespace pipeglass::access {

/// The file that a person was looking at: what a row of the list knows of it. Nothing else may be changed in its place.
struct PipeFile {
    QByteArray path;
    FileIdentity file;
    uid_t owner = 0;
};

/// A pipe and the way to it, as seen at one moment. A value.
struct Target {
    QByteArray path; ///< absolute
    bool reached = true; ///< false: we may not search the last of `directories`, and `facts` say nothing
    FileFacts facts;
    std::vector<DirectoryFacts> directories;

    [[nodiscard]] PipeFile pipe() const { return { path, facts.file, facts.permissions.owner }; }
};

/// What is at `path` now. Fails with NoSuchPipe, NotASocket, InvalidName.
[[nodiscard]] Result<Target> lookAt(const QByteArray &path);
/// The same, if it is still that file of that owner; else fails with Replaced.
[[nodiscard]] Result<Target> lookAt(const PipeFile &pipe);

} // namespace pipeglass::access
