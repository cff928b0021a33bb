// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/pathwalk.h"
#include "catalog/entries/pipeentry.h"

namespace pipeglass::access {

/// What the list knows of the server behind a file.
struct Server {
    catalog::PipeState state = catalog::PipeState::Unknown;
    std::vector<pid_t> processes; ///< that hold the listener, as far as they may be seen

    [[nodiscard]] static Server of(const catalog::PipeEntry &entry);
    friend bool operator==(const Server &, const Server &) = default;
};

/// The file that a person was looking at: what a row of the list knows of it. Nothing else may be changed in its place.
struct PipeFile {
    QByteArray path;
    FileIdentity file;
    uid_t owner = 0;
    Server server;

    [[nodiscard]] static PipeFile of(const catalog::PipeEntry &entry);
    friend bool operator==(const PipeFile &, const PipeFile &) = default;
};

/// A pipe and the way to it, as seen at one moment. A value.
struct Target {
    QByteArray path; ///< absolute
    bool reached = true; ///< false: we may not search the last of `directories`, and `facts` say nothing
    AccessFacts facts;
    std::vector<DirectoryFacts> directories;
    Server server;
    /// The kernel's own answer whether we may write to the file, and so connect (faccessat); nullopt: not asked.
    std::optional<bool> kernelGrants;

    [[nodiscard]] PipeFile pipe() const { return { path, facts.file, facts.permissions.owner, server }; }
};

/// What is at `path` now; of its server nothing is known. Fails with NoSuchPipe, NotASocket, InvalidName, Unsupported
/// (walkPath()).
[[nodiscard]] Result<Target> readTarget(const QByteArray &path);
/// The same, if it is still that file of that owner; else fails with Replaced.
[[nodiscard]] Result<Target> readTarget(const PipeFile &pipe);

} // namespace pipeglass::access
