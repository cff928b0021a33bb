// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/bindprobe.h"
#include "catalog/kernel/mounttable.h"
#include "catalog/scanning/directoryfile.h"
#include "catalog/sockets/sockettable.h"
#include "core/result.h"

#include <optional>
#include <set>

namespace pipeglass::catalog {

/// The file's key in sock_diag.
[[nodiscard]] BoundFile boundFile(const FileInfo &info, const MountTable &mounts);

/// The state of a socket in the table.
[[nodiscard]] Liveness livenessOf(const FileSocket &socket, const SocketTable &table);

/// Determines the state of socket files: by the socket table, else by asking the kernel (BindProbe). A file is Stale
/// only if the kernel says that no socket is bound. Caches which files are stale for good. One thread at a time.
class LivenessCheck {
public:
    /// `table` must be read after the file was listed. False if the file is gone. If another file has the name now,
    /// `file` is updated. A file that is not a socket gets an empty liveness.
    [[nodiscard]] bool
    check(DirectoryFile &file, const SocketTable &table, const MountTable &mounts, Liveness &liveness);

    /// After the last check() of a scan. Forgets directories and mounts.
    void endScan();

    /// Whether check() found a bound socket that the table lacks, for the first time: a dump can miss sockets, so
    /// reading a second table is worthwhile.
    [[nodiscard]] bool foundUnlistedSocket() const { return m_foundUnlistedSocket; }
    /// Whether no socket will ever be bound to this file.
    [[nodiscard]] bool isDead(const FileIdentity &file) const { return m_dead.contains(file); }
    /// For a removed file.
    void forget(const FileIdentity &file);

private:
    [[nodiscard]] std::optional<Liveness>
    fromTable(const DirectoryFile &file, const SocketTable &table, const MountTable &mounts) const;
    [[nodiscard]] Liveness
    fromKernel(const DirectoryFile &file, int descriptor, const SocketTable &table, const MountTable &mounts);
    [[nodiscard]] BindingAnswer ask(const DirectoryFile &file, int descriptor);
    [[nodiscard]] int directoryOf(const DirectoryFile &file);

    std::optional<BindProbe> m_probe; ///< for one scan
    QByteArray m_directory;
    UniqueFd m_directoryFd;
    std::set<FileIdentity> m_dead;
    std::set<FileIdentity> m_hidden; ///< bound, but in no table
    bool m_foundUnlistedSocket = false;
};

} // namespace pipeglass::catalog
