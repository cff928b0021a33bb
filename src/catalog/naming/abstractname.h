// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <sys/socket.h>
#include <sys/un.h>

namespace pipeglass::catalog {

/// The address of a socket of the abstract namespace.
struct AbstractAddress {
    sockaddr_un address{};
    socklen_t size = 0; ///< with all bytes of the name, NULs too

    [[nodiscard]] const sockaddr *get() const { return reinterpret_cast<const sockaddr *>(&address); }
};

/// Whether a name is written as one of the abstract namespace: "@NAME". A file may have such a name as well.
[[nodiscard]] bool looksAbstract(QByteArrayView name);

/// The address for "@NAME", NAME being raw bytes. Fails with InvalidName or PathTooLong (107 bytes at most).
[[nodiscard]] Result<AbstractAddress> abstractAddress(const QByteArray &name);

/// A socket of our network namespace that is bound to an abstract name.
struct AbstractSocket {
    QByteArray name; ///< "@NAME", raw bytes
    int type = SOCK_STREAM; ///< or SOCK_SEQPACKET, SOCK_DGRAM
    bool isListening = false;
};

/// The socket that a person named: "@NAME" is taken as exact bytes first, then as escaped text (core/bytetext.h), for a
/// command line cannot carry a NUL. Sockets of different types can have one name: a listener counts first, then a
/// stream socket. Fails with NoSuchPipe, InvalidName, PathTooLong, or SocketsUnknown.
[[nodiscard]] Result<AbstractSocket> resolveAbstract(const QByteArray &name);

} // namespace pipeglass::catalog
