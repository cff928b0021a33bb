// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <sys/socket.h>
#include <sys/un.h>

namespace pipeglass::catalog {

/// The address of a socket of the abstract namespace.
struct AbstractAddress {
    sockaddr_un address{};
    socklen_t size = 0; ///< includes all bytes of the name

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&address); }
};

/// Whether a name has the form "@NAME"; a file may have such a name too.
[[nodiscard]] bool looksAbstract(QByteArrayView name);

/// The address for "@NAME", NAME as raw bytes. Fails with InvalidName or PathTooLong (over 107 bytes).
[[nodiscard]] Result<AbstractAddress> abstractAddress(const QByteArray &name);

/// A socket in our network namespace with an abstract name.
struct AbstractSocket {
    QByteArray name; ///< "@NAME", raw bytes
    int type = SOCK_STREAM; ///< or SOCK_SEQPACKET, SOCK_DGRAM
    bool isListening = false;
};

/// Finds the socket for "@NAME": as exact bytes first, then as escaped text (core/bytetext.h), because a command line
/// cannot contain NUL. If sockets of different types haveCommon the name, listeners come first, then stream sockets.
/// Fails with NoSuchPipe, InvalidName, PathTooLong, or SocketsUnknown.
[[nodiscard]] Result<AbstractSocket> resolveAbstract(const QByteArray &name);

} // namespace pipeglass::catalog
