// SPDX-License-Identifier: MIT
#include "exchange/echoing.h"

#include "support/testsocket.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/un.h>
#include <unistd.h>

namespace pipeglass::test {

namespace {

using Message = std::array<char, 8>;

bool waitFor(int fd, short events, int milliseconds)
{
    pollfd one{ fd, events, 0 };
    return ::poll(&one, 1, milliseconds) == 1;
}

bool readMessage(int fd, Message &message)
{
    return ::recv(fd, message.data(), message.size(), MSG_WAITALL) == ssize_t{ sizeof message };
}

bool writeMessage(int fd, const Message &message)
{
    return ::send(fd, message.data(), message.size(), MSG_NOSIGNAL) == ssize_t{ sizeof message };
}

UniqueFd dial(const QByteArray &path)
{
    UniqueFd fd(::socket(AF_UNIX, SOCK_STREAM | SOCK_CLOEXEC, 0));
    sockaddr_un address{};
    address.sun_family = AF_UNIX;
    std::memcpy(&address.sun_path[0], path.constData(), static_cast<size_t>(path.size()));
    if (::connect(fd.get(), reinterpret_cast<const sockaddr *>(&address), sizeof address) != 0)
        return {};
    return fd;
}

} // namespace

EchoServer::EchoServer(QByteArray path)
    : m_path(std::move(path))
    , m_listener(listeningSocket(m_path, 1000))
    , m_thread([this] { run(); })
{
}

EchoServer::~EchoServer()
{
    m_ends = true;
    m_thread.join();
}

void EchoServer::recreate()
{
    m_recreates = true;
    while (m_recreates)
        std::this_thread::yield();
}

void EchoServer::run()
{
    while (!m_ends) {
        if (m_recreates) {
            ::unlink(m_path.constData());
            m_listener = listeningSocket(m_path, 1000);
            m_recreates = false;
        }
        if (!waitFor(m_listener.get(), POLLIN, 1))
            continue;
        const UniqueFd client = acceptedSocket(m_listener);
        Message message{};
        if (readMessage(client.get(), message) && writeMessage(client.get(), message))
            ++m_served;
    }
}

EchoRelay::EchoRelay()
    : m_thread([this] { run(); })
{
}

EchoRelay::~EchoRelay()
{
    m_ends = true;
    m_thread.join();
}

void EchoRelay::add(exchange::Entered entered)
{
    const std::lock_guard lock(m_mutex);
    m_names.push_back(std::move(entered));
    // Who looked the name up before it was exchanged back still arrives for a moment.
    constexpr size_t kept = 100;
    if (m_names.size() > kept)
        m_names.erase(m_names.begin());
}

void EchoRelay::run()
{
    while (!m_ends) {
        std::vector<pollfd> waiting;
        {
            const std::lock_guard lock(m_mutex);
            for (const exchange::Entered &name : m_names)
                waiting.push_back({ name.listener.get(), POLLIN, 0 });
        }
        if (::poll(waiting.data(), waiting.size(), 1) <= 0)
            continue;
        const std::lock_guard lock(m_mutex);
        for (const exchange::Entered &name : m_names)
            relayOne(name);
    }
}

void EchoRelay::relayOne(const exchange::Entered &name)
{
    const UniqueFd client(::accept4(name.listener.get(), nullptr, nullptr, SOCK_CLOEXEC));
    if (!client.isValid())
        return;
    const UniqueFd server = dial("/proc/self/fd/" + QByteArray::number(name.server.get()));
    Message message{};
    if (!readMessage(client.get(), message) || !writeMessage(server.get(), message)
        || !readMessage(server.get(), message))
        return;
    ++m_relayed;
    (void)writeMessage(client.get(), message);
}

QByteArray talk(const QByteArray &path)
{
    static std::atomic<quint64> next = 1;
    Message message{};
    const quint64 number = next++;
    std::memcpy(message.data(), &number, sizeof number);
    Message answer{};
    const UniqueFd fd = dial(path);
    if (!fd.isValid())
        return QByteArray("connect: ") + std::strerror(errno);
    if (!writeMessage(fd.get(), message) || !readMessage(fd.get(), answer))
        return QByteArray("talk: ") + std::strerror(errno);
    return answer == message ? QByteArray() : QByteArray("another answer");
}

EchoClients::EchoClients(const QByteArray &path, int count)
{
    for (int i = 0; i < count; ++i) {
        m_threads.emplace_back([this, path] {
            while (!m_ends) {
                const QByteArray failure = talk(path);
                ++m_talked;
                const std::lock_guard lock(m_mutex);
                if (!failure.isEmpty())
                    m_failures.push_back(failure);
            }
        });
    }
}

void EchoClients::end()
{
    m_ends = true;
    for (std::thread &thread : m_threads)
        thread.join();
    m_threads.clear();
}

QByteArray EchoClients::failures()
{
    constexpr size_t shown = 5;
    const std::lock_guard lock(m_mutex);
    QByteArray text;
    for (size_t i = 0; i < std::min(shown, m_failures.size()); ++i)
        text += m_failures[i] + '\n';
    return text.isEmpty() ? text : QByteArray::number(m_failures.size()) + " failed: " + text;
}

} // namespace pipeglass::test
