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
    /// Empty: defaultDirectories(), and all others in which a listener's name says that it was bound there.
    std::vector<QByteArray> directories;
    Scope scope = Scope::Pipes; ///< All: abstract sockets too
    bool namespaces = false; ///< other mount namespaces too, as far as they may be seen
    std::vector<QByteArray> extra = {}; ///< looked at besides those; unlike given ones they end no search
    Detail detail = Detail::Files;
};

/// Looks at the machine and makes snapshots. Never connects a stream socket, never opens an entry for reading, never
/// follows a link. Keeps a file table, a socket table and the holders of sockets from one update to the next, so that
/// an update costs what has changed, and not what there is. Synchronous; use from one thread at a time.
class Scanner {
public:
    explicit Scanner(ScanOptions options);
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    /// What may have changed since the last update.
    struct Changes {
        bool everything = false; ///< any name in the directories; implies a new socket table
        /// Whether to read a new socket table. Without one only times, modes and owners of files are brought up to
        /// date, and stale files that are gone are removed; files that need more wait for the next socket table.
        bool sockets = true;
        std::vector<QByteArray> paths = {}; ///< files that came, went or changed
    };

    struct Update {
        SnapshotPtr snapshot;
        SnapshotDiff difference; ///< from the snapshot before
        bool needsSockets = false; ///< some of the paths wait for a new socket table
    };
    /// The first update, and each with other mount namespaces or after an error, is one of everything.
    [[nodiscard]] Update update(const Changes &changes);

    /// An update of everything.
    [[nodiscard]] SnapshotPtr scan() { return update({ .everything = true }).snapshot; }

    /// What the last update found out, for whoever wants to know more about its rows. With Detail::Connections the
    /// holders of both ends of all connections are known too.
    struct Evidence {
        const SocketTable &table;
        const MountTable &mounts;
        SocketHolders &holders;
        qint64 readingTook = 0; ///< of the socket table, in nanoseconds of a core
    };
    [[nodiscard]] Evidence evidence();

    /// What the last socket table took of a core in other threads than the caller's, in nanoseconds.
    [[nodiscard]] qint64 tookInThread() const;

    /// Those that are looked at, without slashes at the end. An update can add or remove some.
    [[nodiscard]] const std::vector<QByteArray> &directories() const;

private:
    class State;
    std::unique_ptr<State> d;
};

} // namespace pipeglass::catalog
