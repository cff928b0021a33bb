// SPDX-License-Identifier: MIT
#include "support/boundsocket.h"

#include <QtGlobal>

#include <cerrno>
#include <cstring>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pipeglass::test {

namespace {

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    Q_ASSERT(static_cast<size_t>(path.size()) < sizeof(address.sun_path));
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    return address;
}

const sockaddr *generic(const sockaddr_un &address) { return reinterpret_cast<const sockaddr *>(&address); }

} // namespace

BoundSocket::BoundSocket(const QByteArray &path)
    : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0))
{
    const sockaddr_un address = addressOf(path);
    if (::bind(m_fd.get(), generic(address), sizeof(address)) != 0 || ::listen(m_fd.get(), 64) != 0)
        qFatal("cannot listen on %s: %s", path.constData(), std::strerror(errno));
}

void BoundSocket::drain() const
{
    while (true) {
        const UniqueFd client(::accept4(m_fd.get(), nullptr, nullptr, SOCK_CLOEXEC));
        if (!client.isValid())
            return;
    }
}

int tryConnect(const QByteArray &path)
{
    const UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    return ::connect(fd.get(), generic(address), sizeof(address)) == 0 ? 0 : errno;
}

} // namespace pipeglass::test
