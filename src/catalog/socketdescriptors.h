// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <functional>

#include <sys/types.h>

namespace pipeglass::catalog {

/// A descriptor of some process that is a socket, of whatever family and network namespace.
struct SocketDescriptor {
    pid_t pid = 0;
    int descriptor = -1;
    quint32 inode = 0; ///< of the socket; no two on the machine share it
};

/// One walk over all descriptors in /proc that may be seen; processes that end meanwhile are passed over.
void forEachSocketDescriptor(const std::function<void(const SocketDescriptor &)> &visit);

/// Whether it is a Unix socket; false for one that is closed by now.
[[nodiscard]] bool isUnixSocket(const SocketDescriptor &socket);

} // namespace pipeglass::catalog
