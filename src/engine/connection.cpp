// SPDX-License-Identifier: MIT
#include "engine/connection.h"

#include "engine/recorder.h"

#include <utility>

namespace pipeglass::engine {

using capture::EventKind;

namespace {

FrameProblem problemOf(const framing::Frame &frame)
{
    return frame.malformed ? FrameProblem::Unspecified : FrameProblem::None;
}

} // namespace

Connection::Connection(Setup setup, Recorder &recorder, QObject *parent)
    : QObject(parent)
    , m_recorder(recorder)
    , m_channel(std::move(setup.socket))
    , m_framing(std::move(setup.framing))
    , m_framer(m_framing->makeFramer(setup.limit))
    , m_early(std::move(setup.early))
    , m_state{ setup.id, std::move(setup.peer), HalfState::Open, HalfState::Open, false }
    , m_ours(setup.ours)
{
    connect(&m_channel, &Channel::received, this, [this](const QByteArray &bytes, Timestamp time) {
        receive(Slice(bytes), time);
    });
    connect(&m_channel, &Channel::taken, this, &Connection::recordOutgoing);
    connect(&m_channel, &Channel::cutOff, this, [this](const Slice &part, Timestamp time) {
        recordOutgoing({ part, 0, 0, true }, time);
    });
    connect(&m_channel, &Channel::queueShrank, this, &Connection::onQueueShrank);
    connect(&m_channel, &Channel::halfClosed, this, &Connection::onHalfClosed);
    connect(&m_channel, &Channel::closed, this, &Connection::onClosed);
    connect(&m_recorder, &Recorder::stalled, this, &Connection::pauseForRecorder);
    connect(&m_recorder, &Recorder::resumed, this, &Connection::resumeAfterRecorder);
}

Connection::~Connection() = default;

void Connection::start()
{
    recordEvent(EventKind::Connected);
    if (m_recorder.isStalled())
        pauseForRecorder();
    if (!m_early.isEmpty())
        receive(Slice(std::exchange(m_early, {})), now());
    m_channel.start();
}

Status Connection::send(framing::Frame frame)
{
    Status status = m_channel.write(std::move(frame));
    if (!status && status.error().code == ErrorCode::QueueFull)
        m_refusedFull = true;
    return status;
}

Status Connection::answer(framing::Frame frame) { return m_channel.writeBeyondLimit(std::move(frame)); }

void Connection::setReading(bool on)
{
    m_wantsReading = on;
    m_channel.setReading(on && !m_recorder.isStalled());
}

void Connection::receive(const Slice &bytes, Timestamp time)
{
    m_bytesReceived += static_cast<quint64>(bytes.size());
    for (const framing::Frame &frame : m_framer->feed(bytes))
        recordIncoming(frame, time);
}

void Connection::recordIncoming(const framing::Frame &frame, Timestamp time, bool unfinished)
{
    if (!frame.malformed)
        ++m_framesReceived;
    m_recorder.record({ time, m_state.id, otherSide(m_ours), problemOf(frame), frame.wire, frame.headSize,
                        frame.tailSize, unfinished });
}

void Connection::recordOutgoing(const framing::Frame &frame, Timestamp time)
{
    m_recorder.record({ time, m_state.id, m_ours, problemOf(frame), frame.wire, frame.headSize, frame.tailSize });
}

void Connection::finishIncoming()
{
    if (std::exchange(m_incomingFinished, true))
        return;
    const Timestamp time = now();
    for (const framing::Frame &frame : m_framer->finish())
        recordIncoming(frame, time, true);
}

void Connection::onHalfClosed()
{
    const bool theirs = m_state.incoming != m_channel.incoming();
    if (theirs)
        finishIncoming();
    m_state.incoming = m_channel.incoming();
    m_state.outgoing = m_channel.outgoing();
    if (theirs)
        recordEvent(EventKind::HalfClosed, otherSide(m_ours));
    else if (m_state.outgoing == HalfState::ClosedByPeer)
        recordEvent(EventKind::ReadingEnded, otherSide(m_ours));
    else
        recordEvent(EventKind::HalfClosed, m_ours);
    Q_EMIT changed();
}

void Connection::onClosed()
{
    finishIncoming();
    const bool byUs = m_channel.incoming() == HalfState::ClosedByUs;
    m_state.incoming = m_channel.incoming();
    m_state.outgoing = m_channel.outgoing();
    m_state.closed = true;
    recordEvent(EventKind::Closed, byUs ? m_ours : otherSide(m_ours));
    Q_EMIT changed();
}

void Connection::onQueueShrank()
{
    Q_EMIT queueShrank();
    if (m_refusedFull && m_channel.queuedBytes() <= Channel::defaultQueueLimit / 2) {
        m_refusedFull = false;
        Q_EMIT writable();
    }
}

void Connection::recordEvent(EventKind kind, std::optional<Side> side)
{
    m_recorder.record(capture::Event{ {}, m_state.id, kind, side });
}

void Connection::pauseForRecorder()
{
    m_channel.setReading(false);
    m_channel.setWriting(false);
}

void Connection::resumeAfterRecorder()
{
    m_channel.setWriting(true);
    m_channel.setReading(m_wantsReading);
}

} // namespace pipeglass::engine
