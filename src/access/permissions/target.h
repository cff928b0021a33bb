// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/pathwalk.h"
#include "catalog/entries/pipeentry.h"

namespace pipeglass::access {

/// The server behind a file, from a scan.
struct Server {
    catalog::PipeState state = catalog::PipeState::Unknown;
    std::vector<pid_t> processes; ///< visible processes that hold the listener

    [[nodiscard]] static Server of(const catalog::PipeEntry &entry);
    friend bool operator==(const Server &, const Server &) = default;
};

/// The file of a row, to make sure that no other file is changed instead.
struct PipeFile {
    QByteArray path;
    FileIdentity file;
    uid_t owner = 0;
    Server server;

    [[nodiscard]] static PipeFile of(const catalog::PipeEntry &entry);
    friend bool operator==(const PipeFile &, const PipeFile &) = default;
};

/// A pipe and the path to it at one moment.
struct Target {
    QByteArray path; ///< absolute
    bool reached = true; ///< false: we may not search the last of `directories`, and `facts` are unset
    AccessFacts facts;
    std::vector<DirectoryFacts> directories;
    Server server;
    /// The kernel's answer whether we have write permission and so can connect (faccessat); nullopt: not asked.
    std::optional<bool> kernelGrants;

    [[nodiscard]] PipeFile pipe() const { return { path, facts.file, facts.permissions.owner, server }; }
};

/// Reads the file at `path`; its server stays unknown. Fails with NoSuchPipe, NotASocket, InvalidName, Unsupported
/// (walkPath()).
[[nodiscard]] Result<Target> readTarget(const QByteArray &path);
/// As above; fails with Replaced if it is not that file with that owner.
[[nodiscard]] Result<Target> readTarget(const PipeFile &pipe);

} // namespace pipeglass::access
