// SPDX-License-Identifier: MIT
#include "programs/socketpairing.h"

#include "core/files/fileaside.h"
#include "core/files/localaddress.h"
#include "core/path.h"
#include "exchange/tapjournal.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

constexpr qsizetype pairingLeafBytes = 8;
constexpr int pairingBacklog = 16; // each is accepted at once

} // namespace

Result<SocketPairing> SocketPairing::create()
{
    const Result<UniqueFd> directory = exchange::openTapDirectory(true);
    if (!directory)
        return failure(directory.error());
    SocketPairing pairing;
    pairing.m_listener = UniqueFd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    const QByteArray leaf = unguessableLeaf(pairingLeafBytes);
    const int listener = pairing.m_listener.get();
    const int error =
        ::fchmod(listener, 0600) == 0 ? bindToPath(listener, descriptorPath(directory->get()) + '/' + leaf) : errno;
    if (error != 0)
        return failure(creationError(error, exchange::tapDirectoryPath()));
    Result<UniqueFd> file = openLeaf(directory->get(), leaf);
    ::unlinkat(directory->get(), leaf.constData(), 0);
    if (!file)
        return failure(file.error());
    pairing.m_file = *std::move(file);
    if (::listen(listener, pairingBacklog) != 0)
        return failure(systemError(errno, exchange::tapDirectoryPath()));
    return pairing;
}

Result<UniqueFd> SocketPairing::pair(int socket)
{
    if (!m_reserved.isValid())
        m_reserved = UniqueFd(::fcntl(m_listener.get(), F_DUPFD_CLOEXEC, 0));
    if (!m_reserved.isValid())
        return failure(systemError(errno, {}));
    if (const int error = connectToFile(socket, m_file.get()); error != 0)
        return failure(systemError(error, {}));
    m_reserved.reset();
    UniqueFd other(::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK));
    if (!other.isValid())
        return failure(systemError(errno, {}));
    return other;
}

} // namespace pipeglass::programs
