// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "catalog/scanning/namefilter.h"
#include "catalog/sockets/sockettable.h"

#include <memory>

namespace pipeglass::catalog {

struct MountTable;
class SocketHolders;

struct ScanOptions {
    /// Empty: defaultDirectories() and all others in which a listener was bound, by its name.
    std::vector<QByteArray> directories;
    Scope scope = Scope::Pipes; ///< All includes abstract sockets
    bool namespaces = false; ///< also other visible mount namespaces
    std::vector<QByteArray> extra = {}; ///< additional directories; unlike `directories` they do not limit the search
    Detail detail = Detail::Files;
};

/// Scans the machine and makes snapshots. Never connects a stream socket, opens an entry for reading, or follows a
/// link. Keeps files, sockets and holders from one update to the next, so that an update costs what has changed.
/// Synchronous; one thread at a time.
class Scanner {
public:
    explicit Scanner(ScanOptions options);
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    /// What may have changed since the last update.
    struct Changes {
        bool everything = false; ///< any file in the directories; implies a new socket table
        /// Whether to read a new socket table. Without it only times, modes and owners are updated and removed stale
        /// files are dropped; files that need more wait for the next socket table.
        bool sockets = true;
        std::vector<QByteArray> paths = {}; ///< files that were added, removed or changed
    };

    struct Update {
        SnapshotPtr snapshot;
        SnapshotDiff difference; ///< from the last snapshot
        bool needsSockets = false; ///< some paths wait for a new socket table
    };
    /// The first update, those with other mount namespaces, and those after an error update everything.
    [[nodiscard]] Update update(const Changes &changes);

    [[nodiscard]] SnapshotPtr scan() { return update({ .everything = true }).snapshot; }

    /// The data behind the last update. With Detail::Connections it includes the holders of both ends of all
    /// connections.
    struct ScanData {
        const SocketTable &table;
        const MountTable &mounts;
        SocketHolders &holders;
        qint64 readCpuTime = 0; ///< CPU time of reading the socket table, in nanoseconds
    };
    [[nodiscard]] ScanData data();

    /// CPU time of the last socket table in other threads, in nanoseconds.
    [[nodiscard]] qint64 otherThreadsCpuTime() const;

    /// The scanned directories, without trailing slashes. Updates can add or remove some.
    [[nodiscard]] const std::vector<QByteArray> &directories() const;

private:
    class State;
    std::unique_ptr<State> d;
};

} // namespace pipeglass::catalog
