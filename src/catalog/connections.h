// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"
#include "core/result.h"

namespace pipeglass::catalog {

class NetworkSocketReader;
class SocketHolders;

/// One connection to a pipe, or a client that waits to be accepted. A value.
struct Connection {
    std::optional<ProcessInfo> client; ///< nullopt: not permitted to see
    std::optional<ProcessInfo>
        server; ///< holder of the accepted socket; nullopt: not permitted to see, or the client waits
    bool isWaiting = false;
    /// Unread bytes. nullopt: unknown (both for a waiting client; the client's also if its socket is closed or not
    /// visible).
    std::optional<quint64> unreadByServer;
    std::optional<quint64> unreadByClient;
    quint32 clientInode = 0; ///< inode of the client's socket; 0: closed
    quint64 cookie = 0; ///< of the accepted socket; 0 for a waiting client
    quint32 serverInode = 0; ///< of the accepted socket; 0 for a waiting client

    [[nodiscard]] bool hasClientEnded() const { return clientInode == 0; }

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// A snapshot with the connections of each row: accepted ones in the order of their creation, including those whose
/// listener is closed, then waiting clients. Accepted connections in network namespaces that may not be entered are
/// missing; the row's client count is unknown then.
struct ConnectedSnapshot {
    SnapshotPtr snapshot;
    std::vector<std::vector<Connection>> connections; ///< one element per row
};

/// One dump of the kernel's sockets and one walk over /proc, however many pipes there are (10,000 sockets: about 10 ms
/// and 40 ms). If the kernel lists no sockets, the snapshot's problems say so and no row has a connection. Synchronous,
/// any thread; connects to nothing.
[[nodiscard]] ConnectedSnapshot scanWithConnections(ScanOptions options);

/// The connections of one row of a snapshot.
[[nodiscard]] Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe);

/// connectionsOf() for repeated use: caches the holders of sockets, so a call costs one dump, and a walk over /proc
/// only if a socket is new or its holder has ended. One thread at a time.
class ConnectionReader {
public:
    ConnectionReader();
    ~ConnectionReader();
    ConnectionReader(const ConnectionReader &) = delete;
    ConnectionReader &operator=(const ConnectionReader &) = delete;

    [[nodiscard]] Result<std::vector<Connection>> of(const PipeEntry &pipe);

private:
    std::unique_ptr<SocketHolders> m_holders;
    std::unique_ptr<NetworkSocketReader> m_networks;
};

} // namespace pipeglass::catalog
