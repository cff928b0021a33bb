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

/// What sock_diag would call this file.
[[nodiscard]] BoundFile boundFile(const FileInfo &info, const MountTable &mounts);

/// What the table says of one of its sockets.
[[nodiscard]] Liveness livenessOf(const FileSocket &socket, const SocketTable &table);

/// Decides what is behind socket files: by the socket table where that has a socket for the file, else by asking the
/// kernel (BindProbe). "Stale" is said only where the kernel says that nobody is bound. Remembers which files are stale
/// for good. One thread at a time.
class LivenessCheck {
public:
    /// `table` has to be read after the file was listed. False where the file is gone. Where another file has the name
    /// by now, `file` is brought up to date. A file that is no socket gets an empty liveness.
    [[nodiscard]] bool
    check(DirectoryFile &file, const SocketTable &table, const MountTable &mounts, Liveness &liveness);

    /// After the last check() of one look. Forgets directories and mounts.
    void endLook();

    /// Whether check() found a bound socket that the table lacks, for the first time: the kernel's dump can miss one
    /// that comes or goes, so a second table is worth its price.
    [[nodiscard]] bool hasMissed() const { return m_hasMissed; }
    /// Whether nobody will ever be bound to this file.
    [[nodiscard]] bool isDead(const FileIdentity &file) const { return m_dead.contains(file); }
    /// For a file that has gone, so that what is remembered does not grow.
    void forget(const FileIdentity &file);

private:
    [[nodiscard]] std::optional<Liveness>
    fromTable(const DirectoryFile &file, const SocketTable &table, const MountTable &mounts) const;
    [[nodiscard]] Liveness
    fromKernel(const DirectoryFile &file, int descriptor, const SocketTable &table, const MountTable &mounts);
    [[nodiscard]] BindingAnswer ask(const DirectoryFile &file, int descriptor);
    [[nodiscard]] int directoryOf(const DirectoryFile &file);

    std::optional<BindProbe> m_probe; ///< of this look
    QByteArray m_directory;
    UniqueFd m_directoryFd;
    std::set<FileIdentity> m_dead;
    std::set<FileIdentity> m_hidden; ///< bound, but in no table
    bool m_hasMissed = false;
};

} // namespace pipeglass::catalog
