// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"
#include "support/framings.h"

#include <QByteArray>
#include <QSocketNotifier>
#include <QtEndian>

#include <array>
#include <cstring>
#include <functional>
#include <memory>
#include <vector>

#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pipeglass::test {

/// A bound socket of that type at any path.
inline UniqueFd boundSocket(const QByteArray &path, int type = SOCK_STREAM)
{
    UniqueFd fd(::socket(AF_UNIX, type | SOCK_CLOEXEC | SOCK_NONBLOCK, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(address.sun_path, path.constData(), static_cast<size_t>(path.size()));
    if (::bind(fd.get(), reinterpret_cast<sockaddr *>(&address), sizeof address) != 0)
        qFatal("cannot bind %s", path.constData());
    return fd;
}

/// A server with configurable behaviour, in the test's event loop.
class TestServer {
public:
    explicit TestServer(const QByteArray &path)
        : m_listener(boundSocket(path))
        , m_notifier(m_listener.get(), QSocketNotifier::Read)
    {
        ::listen(m_listener.get(), 16);
        QObject::connect(&m_notifier, &QSocketNotifier::activated, &m_notifier, [this] { accept(); });
    }

    std::function<void(int fd)> onClient;
    std::function<void(int fd, const QByteArray &bytes)> onBytes;
    std::function<void(int fd)> onEnd; ///< the client sends no more
    QByteArray received; ///< from all clients
    int clientCount = 0;
    bool reads = true;

    static void write(int fd, const QByteArray &bytes)
    {
        (void)!::send(fd, bytes.constData(), static_cast<size_t>(bytes.size()), MSG_NOSIGNAL);
    }
    void closeClients() { m_clients.clear(); }

private:
    struct Client {
        UniqueFd fd;
        std::unique_ptr<QSocketNotifier> notifier;
    };

    void accept()
    {
        const int fd = ::accept4(m_listener.get(), nullptr, nullptr, SOCK_CLOEXEC | SOCK_NONBLOCK);
        if (fd < 0)
            return;
        ++clientCount;
        m_clients.push_back({ UniqueFd(fd), std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read) });
        QSocketNotifier *notifier = m_clients.back().notifier.get();
        notifier->setEnabled(reads);
        QObject::connect(notifier, &QSocketNotifier::activated, notifier, [this, fd, notifier] {
            std::array<char, 65536> chunk{};
            const ssize_t size = ::read(fd, chunk.data(), chunk.size());
            if (size <= 0) {
                notifier->setEnabled(false);
                if (onEnd)
                    onEnd(fd);
                return;
            }
            const QByteArray bytes(chunk.data(), size);
            received += bytes;
            if (onBytes)
                onBytes(fd, bytes);
        });
        if (onClient)
            onClient(fd);
    }

    std::vector<Client> m_clients;
    UniqueFd m_listener;
    QSocketNotifier m_notifier;
};

} // namespace pipeglass::test
