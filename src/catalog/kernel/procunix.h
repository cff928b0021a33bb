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
    QByteArray path; ///< as passed to bind(), raw; "@..." for an abstract one; empty if unbound
};

/// Pure, any bytes. The kernel does not escape paths, so a path with a newline looks like two lines. An invalid line is
/// appended to the path before it: a forged line can add a socket, but never hide one.
[[nodiscard]] std::vector<ProcUnixSocket> parseProcUnix(QByteArrayView text);

} // namespace pipeglass::catalog
