// SPDX-License-Identifier: MIT
#include "support/testsocket.h"

#include <QtGlobal>

#include <cerrno>
#include <cstddef>
#include <cstring>

#include <signal.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <sys/wait.h>
#include <unistd.h>

namespace pipeglass::test {

namespace {

void require(bool good, const char *what)
{
    if (!good)
        qFatal("%s: %s", what, std::strerror(errno));
}

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

UniqueFd boundSocket(const QByteArray &path, int type)
{
    UniqueFd fd(::socket(AF_UNIX, type | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    require(::bind(fd.get(), generic(address), sizeof(address)) == 0, "bind");
    return fd;
}

UniqueFd listeningSocket(const QByteArray &path, int backlog)
{
    UniqueFd fd = boundSocket(path, SOCK_STREAM);
    require(::listen(fd.get(), backlog) == 0, "listen");
    return fd;
}

UniqueFd listeningAbstractSocket(const QByteArray &name)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf('\0' + name);
    const auto size = static_cast<socklen_t>(offsetof(sockaddr_un, sun_path) + 1 + static_cast<size_t>(name.size()));
    require(::bind(fd.get(), generic(address), size) == 0 && ::listen(fd.get(), 5) == 0, "listen");
    return fd;
}

UniqueFd tryToListen(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    if (::bind(fd.get(), generic(address), sizeof(address)) != 0 || ::listen(fd.get(), 1000) != 0)
        fd.reset();
    return fd;
}

UniqueFd connectedSocket(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    const sockaddr_un address = addressOf(path);
    require(::connect(fd.get(), generic(address), sizeof(address)) == 0, "connect");
    return fd;
}

UniqueFd acceptedSocket(const UniqueFd &listener)
{
    UniqueFd fd(::accept4(listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    require(fd.isValid(), "accept");
    return fd;
}

void makeStaleSocket(const QByteArray &path) { (void)listeningSocket(path); }

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

bool ChildProcess::fork()
{
    int ends[2];
    require(::socketpair(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0, ends) == 0, "socketpair");
    m_pid = ::fork();
    require(m_pid >= 0, "fork");
    UniqueFd ours(ends[m_pid == 0 ? 1 : 0]);
    const UniqueFd theirs(ends[m_pid == 0 ? 0 : 1]);
    m_channel = std::move(ours);
    if (m_pid == 0)
        ::prctl(PR_SET_PDEATHSIG, SIGKILL);
    return m_pid != 0;
}

bool ChildProcess::awaitReady()
{
    char ready = 0;
    return ::read(m_channel.get(), &ready, 1) == 1 && ready == 'y';
}

bool ChildProcess::runChild(bool ready)
{
    char byte = ready ? 'y' : 'n';
    if (::write(m_channel.get(), &byte, 1) == 1 && ready) {
        // The parent's end is closed when it stops us, or when it ends.
        while (::read(m_channel.get(), &byte, 1) < 0 && errno == EINTR) { }
    }
    ::_exit(0);
}

void ChildProcess::stop()
{
    if (m_pid <= 0)
        return;
    ::kill(m_pid, SIGKILL);
    ::waitpid(m_pid, nullptr, 0);
    m_pid = -1;
}

} // namespace pipeglass::test
