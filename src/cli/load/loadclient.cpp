// SPDX-License-Identifier: MIT
#include "cli/load/loadclient.h"

#include "cli/load/loadpoller.h"

#include <array>
#include <cerrno>
#include <utility>

#include <sys/socket.h>

namespace pipeglass::cli {

LoadClient::LoadClient(const LoadPoller &poller, framing::FramingPtr framing, qsizetype limit, QObject *parent)
    : QObject(parent)
    , m_poller(poller)
    , m_framing(std::move(framing))
    , m_limit(limit)
{
}

LoadClient::~LoadClient() = default;

void LoadClient::setSocket(UniqueFd socket)
{
    m_framer = m_framing->makeFramer(Side::Server, m_limit);
    m_unsent = {};
    m_messages = 0;
    m_waiting = false;
    if (m_poller.add(socket.get(), this))
        m_socket = std::move(socket);
}

void LoadClient::disconnectNow()
{
    m_socket.reset();
    m_waiting = false;
}

void LoadClient::send(const framing::Frame &message)
{
    ++m_messages;
    m_waiting = true;
    m_sentAt = Clock::now();
    m_unsent = message.wire;
    writeSome();
    if (!m_unsent.isEmpty())
        m_poller.setWriting(m_socket.get(), this, true);
}

/// An error is not handled here: reading tells the end too.
void LoadClient::writeSome()
{
    while (!m_unsent.isEmpty()) {
        const ssize_t size =
            ::send(m_socket.get(), m_unsent.data(), static_cast<size_t>(m_unsent.size()), MSG_DONTWAIT | MSG_NOSIGNAL);
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return;
        m_unsent = m_unsent.sliced(size, m_unsent.size() - size);
    }
}

void LoadClient::handleReady()
{
    if (!m_unsent.isEmpty()) {
        writeSome();
        if (m_unsent.isEmpty())
            m_poller.setWriting(m_socket.get(), this, false);
    }
    std::array<char, 16 * 1024> chunk; // NOLINT(cppcoreguidelines-pro-type-member-init): filled by recv()
    const ssize_t size = ::recv(m_socket.get(), chunk.data(), chunk.size(), MSG_DONTWAIT);
    if (size > 0)
        receive(QByteArray(chunk.data(), size)); // the rest is told in the next turn
    else if (size == 0 || (errno != EAGAIN && errno != EINTR))
        onEnd();
}

void LoadClient::receive(const Slice &bytes)
{
    const auto now = Clock::now();
    const std::vector<framing::Frame> frames = m_framer->feed(bytes);
    if (frames.empty() || !m_waiting)
        return; // what nobody asked for is not counted
    m_waiting = false;
    if (frames.front().isMalformed())
        Q_EMIT malformed();
    else
        Q_EMIT answered(std::chrono::nanoseconds(now - m_sentAt).count());
}

void LoadClient::onEnd()
{
    if (!m_socket.isValid())
        return;
    const bool wasWaiting = m_waiting;
    disconnectNow();
    Q_EMIT lost(wasWaiting);
}

} // namespace pipeglass::cli
