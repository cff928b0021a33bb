// SPDX-License-Identifier: MIT
#include "engine/sessions/endpoint.h"

#include "engine/sessions/recorder.h"

#include <utility>

namespace pipeglass::engine {

namespace {

/// How the stream ended that a half carries; `closedByWriter`: what the half says if its writer ended it.
StreamEnd endOf(HalfState half, HalfState closedByWriter)
{
    if (half == HalfState::Open)
        return StreamEnd::Open;
    return half == closedByWriter ? StreamEnd::ByWriter : StreamEnd::ByReader;
}

} // namespace

Endpoint::Endpoint(const Setup &setup, UniqueFd socket, QByteArray early, Recorder &recorder, QObject *parent)
    : Connection(setup, recorder, parent)
    , m_ours(*setup.ours)
    , m_channel(std::move(socket))
    , m_early(std::move(early))
{
    connect(&m_channel, &Channel::received, this, &Endpoint::receive);
    connect(&m_channel, &Channel::taken, this, [this](quint64, Timestamp time) { onTaken(time); });
    connect(
        &m_channel, &Channel::cutOff, this, [this](quint64, qsizetype size, Timestamp time) { onCutOff(size, time); });
    connect(&m_channel, &Channel::queueShrank, this, &Endpoint::onQueueShrank);
    connect(&m_channel, &Channel::halfClosed, this, &Endpoint::onHalfClosed);
    connect(&m_channel, &Channel::closed, this, &Endpoint::onClosed);
    connect(&recorder, &Recorder::stalled, this, &Endpoint::pauseForRecorder);
    connect(&recorder, &Recorder::resumed, this, &Endpoint::resumeAfterRecorder);
}

void Endpoint::begin()
{
    if (recorder().isStalled())
        pauseForRecorder();
    if (!m_early.isEmpty())
        receive(Slice(std::exchange(m_early, {})), now());
    m_channel.start();
}

Status Endpoint::send(const framing::Frame &frame)
{
    Status status = queue(frame, false);
    if (!status && status.error().code == ErrorCode::QueueFull)
        m_refusedFull = true;
    return status;
}

Status Endpoint::reply(const framing::Frame &frame) { return queue(frame, true); }

Status Endpoint::queue(const framing::Frame &frame, bool isReply)
{
    m_sending.push_back(frame); // first: the channel may tell that it is taken within the call
    Status status = isReply ? m_channel.writeBeyondLimit({ frame.wire }) : m_channel.write(frame.wire, 0);
    if (!status)
        m_sending.pop_back();
    return status;
}

void Endpoint::setReading(bool on)
{
    m_wantsReading = on;
    m_channel.setReading(on && !recorder().isStalled());
}

void Endpoint::receive(const Slice &bytes, Timestamp time)
{
    mutableStream(otherSide(m_ours)).receive(bytes, time);
    watchAwaited();
}

void Endpoint::onTaken(Timestamp time)
{
    const framing::Frame frame = std::move(m_sending.front());
    m_sending.pop_front();
    mutableStream(m_ours).record(frame, time);
}

void Endpoint::onCutOff(qsizetype size, Timestamp time)
{
    const Slice part = m_sending.front().wire.sliced(0, size);
    m_sending.clear();
    mutableStream(m_ours).record(framing::malformedFrame(part, FrameProblem::Incomplete), time);
}

PerSide<StreamEnd> Endpoint::ends() const
{
    PerSide<StreamEnd> ends;
    ends[otherSide(m_ours)] = endOf(m_channel.incoming(), HalfState::ClosedByPeer);
    ends[m_ours] = endOf(m_channel.outgoing(), HalfState::ClosedByUs);
    return ends;
}

void Endpoint::onHalfClosed()
{
    const PerSide<StreamEnd> reached = ends();
    setEnd(otherSide(m_ours), reached[otherSide(m_ours)]);
    setEnd(m_ours, reached[m_ours]);
    if (m_channel.outgoing() != HalfState::Open)
        m_sending.clear();
    Q_EMIT changed();
}

void Endpoint::onClosed()
{
    setClosed(m_channel.incoming() == HalfState::ClosedByUs ? m_ours : otherSide(m_ours), ends());
}

void Endpoint::onQueueShrank()
{
    Q_EMIT queueShrank();
    if (m_refusedFull && m_channel.queuedBytes() <= Channel::defaultQueueLimit / 2) {
        m_refusedFull = false;
        Q_EMIT writable();
    }
}

void Endpoint::pauseForRecorder()
{
    m_channel.setReading(false);
    m_channel.setWriting(false);
}

void Endpoint::resumeAfterRecorder()
{
    m_channel.setWriting(true);
    m_channel.setReading(m_wantsReading);
}

} // namespace pipeglass::engine
