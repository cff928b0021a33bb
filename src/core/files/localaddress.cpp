// SPDX-License-Identifier: MIT
#include "core/files/localaddress.h"

#include "core/path.h"

#include <algorithm>
#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>

namespace pipeglass {

namespace {

static_assert(maxSocketPath == sizeof(sockaddr_un::sun_path) - 1);

/// `call` is bind() or connect().
template <typename Call>
int withAddress(Call call, int socket, const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(
        &address.sun_path[0], path.constData(),
        std::min(static_cast<size_t>(path.size()), sizeof address.sun_path - 1));
    return call(socket, reinterpret_cast<const sockaddr *>(&address), sizeof address) == 0 ? 0 : errno;
}

} // namespace

int bindToPath(int socket, const QByteArray &path) { return withAddress(::bind, socket, path); }

int connectToFile(int socket, int file) { return withAddress(::connect, socket, descriptorPath(file)); }

} // namespace pipeglass
