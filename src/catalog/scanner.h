// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namefilter.h"
#include "catalog/snapshot.h"
#include "catalog/sockettable.h"

#include <memory>

namespace pipeglass::catalog {

struct MountTable;
class ServerBook;

struct ScanOptions {
    /// Empty: defaultDirectories(), and all others in which a listener's name says that it was bound there.
    std::vector<QByteArray> directories;
    Scope scope = Scope::Pipes;
    bool namespaces = false; ///< other mount namespaces too, as far as they may be seen
    std::vector<QByteArray> extra = {}; ///< looked at besides those; unlike given ones they end no search
    Detail detail = Detail::Files;
};

/// Looks at the machine and makes snapshots. Never connects, never opens an entry for reading, never follows a link.
/// Keeps what it knows (holders by socket) from one scan to the next, so that the second is cheap. Synchronous; use
/// from one thread at a time.
class Scanner {
public:
    explicit Scanner(ScanOptions options);
    ~Scanner();
    Scanner(const Scanner &) = delete;
    Scanner &operator=(const Scanner &) = delete;

    enum class Reach {
        Everything,
        SocketsOnly, ///< the directories as they were at the last scan: for whoever is told of changes in them
    };
    [[nodiscard]] SnapshotPtr scan(Reach reach = Reach::Everything);

    /// A look at these files of the last scan alone, without any list of sockets: for mode, owner and times, and for
    /// dead ones that go. Nothing where that does not do, because a socket came, went or lost its name.
    struct Step {
        SnapshotPtr snapshot;
        SnapshotDiff difference;
    };
    [[nodiscard]] std::optional<Step> lookAgainAt(const std::vector<QByteArray> &paths);

    /// What the last scan found out, for whoever wants to know more about its rows. With Detail::Connections the book
    /// knows the holders of both ends of all connections too.
    struct Evidence {
        const SocketTable &table;
        const MountTable &mounts;
        ServerBook &book;
    };
    [[nodiscard]] Evidence evidence();

    /// Those that are looked at, without slashes at the end. Others can come with each scan.
    [[nodiscard]] const std::vector<QByteArray> &directories() const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::catalog
