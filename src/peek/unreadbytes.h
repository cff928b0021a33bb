// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace pipeglass::peek {

/// What waits in the queue of a socket or a pipe, at one moment.
struct UnreadBytes {
    quint64 count = 0; ///< all that wait
    QByteArray payload; ///< the first of them, as far as they could be read
};

/// The bytes that wait in a connected socket, `limit` at most, without taking them. Descriptors that were passed with
/// them are not received. One look ends behind a message that passes descriptors, at a change of credentials where
/// the owner has asked for those (SO_PASSCRED), and at the end of a packet. Nothing where the system refuses (errno).
[[nodiscard]] std::optional<UnreadBytes> peekSocket(int fd, qsizetype limit);

/// Whether the owner has set SO_PEEK_OFF. peekSocket() would move its offset then.
[[nodiscard]] bool hasPeekOffset(int fd);

/// How many bytes wait in a socket or a pipe.
[[nodiscard]] std::optional<quint64> countUnread(int fd);

/// The bytes that wait in a pipe, `limit` at most, without taking them; `fd` is a reading end of it.
[[nodiscard]] std::optional<UnreadBytes> peekPipe(int fd, qsizetype limit);

} // namespace pipeglass::peek
