// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace pipeglass::peek {

/// The unread bytes of a socket or pipe at one moment.
struct UnreadBytes {
    quint64 count = 0; ///< number of unread bytes
    QByteArray payload; ///< the first ones, as far as they could be read
};

/// Peeks at up to `limit` unread bytes of a connected socket. Passed descriptors are not received. Stops after a
/// message with descriptors, at a change of credentials (SO_PASSCRED), and at the end of a packet. nullopt on error
/// (errno).
[[nodiscard]] std::optional<UnreadBytes> peekSocket(int fd, qsizetype limit);

/// Whether the owner has set SO_PEEK_OFF, whose offset peekSocket() would move.
[[nodiscard]] bool hasPeekOffset(int fd);

/// Number of unread bytes of a socket or pipe.
[[nodiscard]] std::optional<quint64> countUnread(int fd);

/// Copies up to `limit` unread bytes of a pipe without taking them; `fd` is its read end.
[[nodiscard]] std::optional<UnreadBytes> peekPipe(int fd, qsizetype limit);

} // namespace pipeglass::peek
