// SPDX-License-Identifier: MIT
#include "engine/sessions/relay.h"

#include "engine/sessions/recorder.h"

#include <utility>

namespace pipeglass::engine {

using capture::EventKind;

Relay::Relay(const Setup &setup, PerSide<UniqueFd> sockets, Recorder &recorder, QObject *parent)
    : Connection(setup, recorder, parent)
    , m_client(std::move(sockets.client))
    , m_server(std::move(sockets.server))
{
    connectChannel(Side::Client);
    connectChannel(Side::Server);
    const auto updateBoth = [this] {
        updateReading(Side::Client);
        updateReading(Side::Server);
    };
    connect(&recorder, &Recorder::stalled, this, updateBoth);
    connect(&recorder, &Recorder::resumed, this, updateBoth);
}

void Relay::connectChannel(Side side)
{
    Channel &one = channel(side);
    connect(&one, &Channel::received, this, [this, side](const Slice &bytes, Timestamp time) {
        forward(side, bytes, time);
    });
    connect(&one, &Channel::queueShrank, this, [this, side] {
        updateReading(otherSide(side));
        Q_EMIT queueShrank();
    });
    connect(&one, &Channel::halfClosed, this, [this, side] { onChanged(side); });
    connect(&one, &Channel::closed, this, [this, side] { onClosed(side); });
}

void Relay::begin()
{
    updateReading(Side::Client);
    updateReading(Side::Server);
    m_client.start();
    m_server.start();
}

void Relay::close()
{
    m_client.close();
    m_server.close();
}

qint64 Relay::queuedBytes() const { return m_client.queuedBytes() + m_server.queuedBytes(); }

void Relay::forward(Side from, const Slice &bytes, Timestamp time)
{
    std::vector<UniqueFd> passed = channel(from).takePassed();
    const auto count = passed.size();
    const bool lost = channel(from).lostPassed();
    // Fails where the other side reads no more: that is found, and told to this side, as an end of its own.
    (void)channel(otherSide(from)).writeBeyondLimit({ bytes, 0, std::move(passed) });
    updateReading(from);
    if (count > 0) {
        capture::Event event{ {}, state().id, EventKind::DescriptorsPassed, from };
        event.messages = count;
        recorder().record(event);
    }
    if (lost)
        recordEvent(EventKind::DescriptorsLost, from);
    mutableStream(from).receive(bytes, time);
    watchAwaited();
}

void Relay::updateReading(Side from)
{
    const Channel &to = channel(otherSide(from));
    bool &isHeldUp = m_isHeldUp[from];
    if (to.hasQueuedDescriptors() || to.queuedBytes() > queueLimit)
        isHeldUp = true;
    else if (to.queuedBytes() <= queueLimit / 2)
        isHeldUp = false;
    channel(from).setReading(!isHeldUp && !recorder().isStalled());
}

/// A half of the link to `side` ended: the same half of the other link is ended.
void Relay::onChanged(Side side)
{
    Channel &one = channel(side);
    Channel &other = channel(otherSide(side));
    const bool sendsNoMore = one.incoming() == HalfState::ClosedByPeer;
    const bool readsNoMore = one.outgoing() == HalfState::ClosedByPeer;
    if (sendsNoMore)
        setEnd(side, StreamEnd::ByWriter);
    if (readsNoMore)
        setEnd(otherSide(side), StreamEnd::ByReader);
    if (sendsNoMore)
        other.finishWriting();
    if (readsNoMore)
        other.finishReading();
    if (!state().closed && (sendsNoMore || readsNoMore))
        Q_EMIT changed();
}

void Relay::onClosed(Side side)
{
    Channel &other = channel(otherSide(side));
    if (!m_closedBy)
        m_closedBy = side;
    if (!other.isClosed()) {
        // What is queued still goes out; what it writes from now on nobody would read.
        other.finishReading();
        other.finishWriting();
    }
    if (!other.isClosed() || state().closed)
        return;
    const bool wasCut = m_client.incoming() == HalfState::ClosedByUs && m_server.incoming() == HalfState::ClosedByUs;
    setClosed(
        wasCut ? std::nullopt : m_closedBy,
        { m_client.incoming() == HalfState::ClosedByPeer ? StreamEnd::ByWriter : StreamEnd::ByReader,
          m_server.incoming() == HalfState::ClosedByPeer ? StreamEnd::ByWriter : StreamEnd::ByReader });
}

} // namespace pipeglass::engine
