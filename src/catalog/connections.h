// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/snapshot.h"
#include "core/result.h"

namespace pipeglass::catalog {

/// One connection to a pipe, or a client that waits to be accepted. A value.
struct Connection {
    std::optional<ProcessInfo> client; ///< nothing where it may not be seen
    std::optional<ProcessInfo> server; ///< who holds the accepted socket; nothing also for one that waits
    bool isWaiting = false;
    /// Bytes; both 0: drained. Of one that waits, neither can be known; of one whose client is in another network
    /// namespace, the client's cannot.
    std::optional<quint64> unreadByServer;
    std::optional<quint64> unreadByClient;
    quint32 clientInode = 0; ///< of the client's socket; 0: not known
    quint64 cookie = 0; ///< of the accepted socket: who it is over time; 0 for one that waits

    friend bool operator==(const Connection &, const Connection &) = default;
};

/// The connections of each of these pipes, accepted ones first, in the order in which they came about; also those that
/// outlive their listener. One dump of the kernel's sockets and one walk over /proc, however many pipes: some 10 ms
/// on a machine of 10,000 sockets for the one, 40 for the other. Synchronous, any thread; connects to nothing.
[[nodiscard]] Result<std::vector<std::vector<Connection>>> connectionsOf(const std::vector<PipeEntryPtr> &pipes);
[[nodiscard]] Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe);

} // namespace pipeglass::catalog
