// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::peek {

enum class Receiver { Server, Client };

/// What waits unread in one direction of a connection. A value.
struct Direction {
    std::optional<ProcessInfo> client; ///< nullopt: not permitted to see
    std::optional<ProcessInfo> server;
    Receiver to = Receiver::Server; ///< who has not read the bytes yet
    std::optional<quint64> bytes; ///< all that wait; nullopt: not known
    QByteArray payload; ///< the first of them, at most `mostOfOne`
    /// Why the payload could not be read: TraceDenied, PeekNoticed, NotAccepted, SocketGone, or a failed system call.
    std::optional<Error> obstacle;

    /// Whether the payload is all that waits.
    [[nodiscard]] bool isComplete() const { return bytes == static_cast<quint64>(payload.size()); }
};

inline constexpr qsizetype mostOfOne = qsizetype{ 1 } << 20U; ///< bytes read of one direction
inline constexpr qsizetype mostOfAll = qsizetype{ 64 } << 20U; ///< bytes read of all directions together

/// What waits in each direction of these connections to the pipe at `path` (which errors are about): a copy of each
/// end's descriptor is peeked at and closed. Nothing is taken from the queues and the processes do not notice. Of a
/// client that waits to be accepted there is one direction, to the server, with neither bytes nor payload: no process
/// has a descriptor of that end. Of a client that has ended there is the direction to the server alone. One walk over
/// the descriptors in /proc. Any thread.
[[nodiscard]] std::vector<Direction>
peekAt(const QByteArray &path, const std::vector<catalog::Connection> &connections);

/// The same for an anonymous pipe (the number in `pipe:[N]`), which has one direction, to the reader. Of writer and
/// reader the one that started the other is called the server, as .NET's AnonymousPipeServerStream is; where neither
/// did, the writer. Fails with NoSuchPipe where no process is seen to have an end of it, or with what kept the bytes
/// from being read.
[[nodiscard]] Result<Direction> peekAtPipe(quint32 inode);

} // namespace pipeglass::peek
