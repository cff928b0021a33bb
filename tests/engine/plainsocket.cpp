// SPDX-License-Identifier: MIT
#include "engine/plainsocket.h"

#include <QtEndian>
#include <QtGlobal>

#include <array>
#include <cerrno>
#include <cstring>

#include <fcntl.h>
#include <sys/un.h>

namespace pipeglass::test {

namespace {

sockaddr_un addressOf(const QByteArray &path)
{
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    if (path.size() >= static_cast<qsizetype>(sizeof address.sun_path))
        qFatal("the path of a test is too long");
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    return address;
}

} // namespace

UniqueFd boundAt(const QByteArray &path, int type)
{
    UniqueFd socket(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    if (::bind(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot bind %s", path.constData());
    return socket;
}

UniqueFd listeningAt(const QByteArray &path, int backlog, int type)
{
    UniqueFd socket = boundAt(path, type);
    if (::listen(socket.get(), backlog) != 0)
        qFatal("cannot listen at %s", path.constData());
    return socket;
}

UniqueFd dialed(const QByteArray &path)
{
    UniqueFd socket(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    if (::connect(socket.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return UniqueFd();
    return socket;
}

UniqueFd accepted(const UniqueFd &listener)
{
    return UniqueFd(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
}

std::pair<UniqueFd, UniqueFd> connectedPair()
{
    std::array<int, 2> ends{ -1, -1 };
    if (::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends.data()) != 0)
        qFatal("cannot make a pair of sockets");
    return { UniqueFd(ends[0]), UniqueFd(ends[1]) };
}

void makeNonBlocking(const UniqueFd &socket)
{
    ::fcntl(socket.get(), F_SETFL, ::fcntl(socket.get(), F_GETFL) | O_NONBLOCK);
}

void writeAll(const UniqueFd &socket, const QByteArray &bytes)
{
    qsizetype done = 0;
    while (done < bytes.size()) {
        const ssize_t size =
            ::send(socket.get(), bytes.constData() + done, static_cast<size_t>(bytes.size() - done), MSG_NOSIGNAL);
        if (size <= 0)
            qFatal("a test could not write");
        done += size;
    }
}

void writePossible(const UniqueFd &socket, QByteArray &bytes)
{
    const ssize_t size =
        ::send(socket.get(), bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL | MSG_DONTWAIT);
    if (size > 0)
        bytes.remove(0, size);
}

QByteArray readAvailable(const UniqueFd &socket)
{
    QByteArray result;
    std::array<char, 65536> buffer;
    for (;;) {
        const ssize_t size = ::recv(socket.get(), buffer.data(), buffer.size(), MSG_DONTWAIT);
        if (size <= 0)
            return result;
        result.append(buffer.data(), size);
    }
}

bool atEnd(const UniqueFd &socket)
{
    char byte = 0;
    const ssize_t size = ::recv(socket.get(), &byte, 1, MSG_DONTWAIT | MSG_PEEK);
    return size == 0 || (size < 0 && errno == ECONNRESET);
}

} // namespace pipeglass::test
