// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::peek {

enum class Receiver { Server, Client };

/// The unread bytes of one direction of a connection. A value.
struct Direction {
    std::optional<ProcessInfo> client; ///< nullopt: not permitted to see
    std::optional<ProcessInfo> server;
    Receiver to = Receiver::Server; ///< who has not read the bytes
    std::optional<quint64> bytes; ///< number of unread bytes; nullopt: unknown
    QByteArray payload; ///< the first `maxPerConnection` bytes
    /// Why the payload could not be read: TraceDenied, PeekNoticed, NotAccepted, SocketGone, or a failed system call.
    std::optional<Error> error;

    /// Whether the payload contains all unread bytes.
    [[nodiscard]] bool isComplete() const { return bytes == static_cast<quint64>(payload.size()); }
};

inline constexpr qsizetype maxPerConnection = qsizetype{ 1 } << 20U; ///< bytes per direction
inline constexpr qsizetype maxTotal = qsizetype{ 64 } << 20U; ///< bytes in all directions together

/// The unread bytes in each direction of connections to the pipe at `path` (the subject of errors). Peeks at a copy of
/// each end's descriptor; takes nothing from the queues, and the processes do not notice. A client that waits to be
/// accepted has one direction, to the server, without bytes or payload: no process has a descriptor of that end. A
/// client that has ended has only the direction to the server. One walk over the descriptors in /proc. Any thread.
[[nodiscard]] std::vector<Direction>
peekAt(const QByteArray &path, const std::vector<catalog::Connection> &connections);

/// As above for an anonymous pipe (the number in `pipe:[N]`), with one direction, to the reader. The process that
/// started the other one is the server, as with .NET's AnonymousPipeServerStream; if neither did, the writer. Fails
/// with NoSuchPipe if no visible process has an end, or with the reason why the bytes cannot be read.
[[nodiscard]] Result<Direction> peekAtPipe(quint32 inode);

} // namespace pipeglass::peek
