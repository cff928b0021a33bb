// SPDX-License-Identifier: MIT
#pragma once

#include "support/testmain.h"
#include "testserver.h"

namespace pipeglass::test {

/// A client for tests.
class Client {
public:
    explicit Client(const QByteArray &path)
        : m_fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0))
    {
        sockaddr_un address{};
        address.sun_family = AF_UNIX;
        std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
        if (::connect(m_fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
            qFatal("cannot connect to %s", path.constData());
    }
    void send(const QByteArray &bytes) const { TestServer::write(m_fd.get(), bytes); }
    /// Waits for that many bytes or the end.
    QByteArray receive(qsizetype size)
    {
        (void)QTest::qWaitFor(
            [&] {
                std::array<char, 4096> chunk{};
                const ssize_t got = ::recv(m_fd.get(), chunk.data(), chunk.size(), MSG_DONTWAIT);
                m_received.append(chunk.data(), qMax<ssize_t>(0, got));
                return got == 0 || m_received.size() >= size;
            },
            30'000);
        return m_received;
    }
    void finishSending() const { ::shutdown(m_fd.get(), SHUT_WR); }
    void close() { m_fd.reset(); }

private:
    UniqueFd m_fd;
    QByteArray m_received;
};

} // namespace pipeglass::test
