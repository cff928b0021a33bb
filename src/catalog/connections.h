// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"
#include "core/result.h"

namespace pipeglass::catalog {

class NetworkSocketReader;
class SocketHolders;

/// One connection to a pipe, or a client that waits to be accepted. A value.
struct Connection {
    std::optional<ProcessInfo> client; ///< nothing where it may not be seen
    std::optional<ProcessInfo> server; ///< who holds the accepted socket; nothing also for one that waits
    bool isWaiting = false;
    /// Bytes; both 0: drained. Of one that waits, neither can be known; of one whose client is gone or not seen, the
    /// client's cannot.
    std::optional<quint64> unreadByServer;
    std::optional<quint64> unreadByClient;
    quint32 clientInode = 0; ///< of the client's socket; 0: it has been closed
    quint64 cookie = 0; ///< of the accepted socket: who it is over time; 0 for one that waits
    quint32 serverInode = 0; ///< of the accepted socket; 0 for one that waits

    [[nodiscard]] bool hasClientEnded() const { return clientInode == 0; }

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// A scan together with the connections of each of its rows: accepted ones first, in the order in which they came
/// about, also those that outlive their listener; then clients that wait. From network namespaces that may not be
/// entered there is none of the former: the row does not know their number then.
struct ConnectedSnapshot {
    SnapshotPtr snapshot;
    std::vector<std::vector<Connection>> connections; ///< a row each
};

/// Both from one dump of the kernel's sockets and one walk over /proc, however many pipes: on a machine of 10,000
/// sockets some 10 ms for the one, 40 for the other. Where the kernel does not tell of sockets, the snapshot's problems
/// say so, and no row has a connection. Synchronous, any thread; connects to nothing.
[[nodiscard]] ConnectedSnapshot scanWithConnections(ScanOptions options);

/// The connections of one row that is known already, in the same way.
[[nodiscard]] Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe);

/// The same for who asks over and over: remembers who holds the sockets, so that a question costs a dump, and a walk
/// over /proc only where a socket is new or its holder has gone. One thread at a time.
class ConnectionBook {
public:
    ConnectionBook();
    ~ConnectionBook();
    ConnectionBook(const ConnectionBook &) = delete;
    ConnectionBook &operator=(const ConnectionBook &) = delete;

    [[nodiscard]] Result<std::vector<Connection>> of(const PipeEntry &pipe);

private:
    std::unique_ptr<SocketHolders> m_holders;
    std::unique_ptr<NetworkSocketReader> m_networks;
};

} // namespace pipeglass::catalog
