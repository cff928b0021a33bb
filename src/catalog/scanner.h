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

    /// A look at everything.
    [[nodiscard]] SnapshotPtr scan();

    /// What came of a look at some, and how to come there from the snapshot before it.
    struct Step {
        SnapshotPtr snapshot;
        SnapshotDiff difference;
    };
    /// A new list of sockets, and then a look at what differs from the last one, and at these files, which somebody
    /// says have come, gone or changed; other names in the directories count as unchanged. Comes to the same rows as
    /// scan(), and beside the list of sockets costs what has changed, not what there is. Looks at everything where
    /// that must be.
    [[nodiscard]] Step update(const std::vector<QByteArray> &paths = {});

    /// A look at these files of the last scan alone, without any list of sockets: for mode, owner and times, and for
    /// dead ones that go. Nothing where that does not do, because a socket came, went or lost its name: then update()
    /// is to be told of them.
    [[nodiscard]] std::optional<Step> lookAgainAt(const std::vector<QByteArray> &paths);

    /// What the last scan found out, for whoever wants to know more about its rows. With Detail::Connections the book
    /// knows the holders of both ends of all connections too.
    struct Evidence {
        const SocketTable &table;
        const MountTable &mounts;
        ServerBook &book;
        qint64 readingTook = 0; ///< of the list of sockets, in nanoseconds of a core
    };
    [[nodiscard]] Evidence evidence();

    /// What the last list of sockets took of a core beside the thread that called, in nanoseconds.
    [[nodiscard]] qint64 tookBeside() const;

    /// Those that are looked at, without slashes at the end. Others can come with each scan.
    [[nodiscard]] const std::vector<QByteArray> &directories() const;

private:
    class State;
    std::unique_ptr<State> d;
};

} // namespace pipeglass::catalog
