// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// The longest path that the address of a socket file holds.
inline constexpr qsizetype maxSocketPath = 107;

// Of Unix sockets. Both return 0 or errno.

/// bind() to a path of at most maxSocketPath bytes.
[[nodiscard]] int bindToPath(int socket, const QByteArray &path);
/// connect() to exactly the socket file that a descriptor (O_PATH) holds, whatever has its name.
[[nodiscard]] int connectToFile(int socket, int file);

} // namespace pipeglass
