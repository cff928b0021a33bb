// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::catalog {

/// One line of /proc/PID/net/unix.
struct ProcUnixSocket {
    quint64 inode = 0;
    quint32 type = 0; ///< SOCK_STREAM, ...
    bool listens = false;
    bool connected = false;
    QByteArray path; ///< as given to bind(), raw; an abstract one begins with '@'; empty for a socket without a name
};

/// Pure, any bytes. The kernel escapes nothing, so a path with a newline in it can look like two lines: what makes no
/// sense as a line is put to the path before it, and a forged line can only add a socket, never hide one.
[[nodiscard]] std::vector<ProcUnixSocket> parseProcUnix(QByteArrayView text);

} // namespace pipeglass::catalog
