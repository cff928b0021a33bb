// SPDX-License-Identifier: MIT
#include "cli/load/loadclient.h"

#include <utility>

namespace pipeglass::cli {

using engine::Channel;

LoadClient::LoadClient(framing::FramingPtr framing, qsizetype limit, QObject *parent)
    : QObject(parent)
    , m_framing(std::move(framing))
    , m_limit(limit)
{
}

LoadClient::~LoadClient() = default;

void LoadClient::setSocket(UniqueFd socket)
{
    m_channel = std::make_unique<Channel>(std::move(socket));
    m_framer = m_framing->makeFramer(Side::Server, m_limit);
    m_messages = 0;
    m_waiting = false;
    connect(m_channel.get(), &Channel::received, this, &LoadClient::receive);
    connect(m_channel.get(), &Channel::halfClosed, this, &LoadClient::onEnd);
    connect(m_channel.get(), &Channel::closed, this, &LoadClient::onEnd);
    m_channel->start();
}

void LoadClient::disconnectNow()
{
    if (m_channel == nullptr)
        return;
    m_channel->disconnect(this);
    m_channel->close();
    m_channel.release()->deleteLater(); // it may be the sender
    m_waiting = false;
}

void LoadClient::send(const framing::Frame &message)
{
    ++m_messages;
    m_waiting = true;
    m_sentAt = Clock::now();
    if (!m_channel->write(message.wire, 0)) // their end is told as usual
        QMetaObject::invokeMethod(this, &LoadClient::onEnd, Qt::QueuedConnection);
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
    if (m_channel == nullptr)
        return;
    const bool wasWaiting = m_waiting;
    disconnectNow();
    Q_EMIT lost(wasWaiting);
}

} // namespace pipeglass::cli
