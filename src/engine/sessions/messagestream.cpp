// SPDX-License-Identifier: MIT
#include "engine/sessions/messagestream.h"

#include "engine/sessions/recorder.h"

#include <utility>

namespace pipeglass::engine {

MessageStream::MessageStream(
    Side from, ConnectionId connection, framing::FramingPtr framing, qsizetype limit, Recorder &recorder)
    : m_from(from)
    , m_connection(connection)
    , m_framing(std::move(framing))
    , m_limit(limit)
    , m_framer(m_framing->makeFramer(from, limit))
    , m_recorder(recorder)
{
}

void MessageStream::receive(const Slice &bytes, Timestamp time)
{
    m_bytes += static_cast<quint64>(bytes.size());
    record(m_framer->feed(bytes), time);
}

void MessageStream::record(const framing::Frame &frame, Timestamp time)
{
    m_bytes += static_cast<quint64>(frame.wire.size());
    record(std::span(&frame, 1), time);
}

void MessageStream::finish(Timestamp time)
{
    if (!std::exchange(m_finished, true))
        record(m_framer->finish(), time, true);
}

void MessageStream::setFraming(framing::FramingPtr framing, Timestamp time)
{
    const Slice held = m_framer->takePending();
    m_framing = std::move(framing);
    m_framer = m_framing->makeFramer(m_from, m_limit);
    record(m_framer->feed(held), time);
}

Slice MessageStream::begun()
{
    if (m_framer->pendingBytes() == 0)
        return {};
    const Slice held = m_framer->takePending();
    (void)m_framer->feed(held); // no message is whole
    return held;
}

void MessageStream::recordGuess(Timestamp time)
{
    QByteArray guessed = m_framer->guessed();
    if (guessed == m_guessed)
        return;
    m_guessed = std::move(guessed);
    if (m_guessed.isEmpty())
        return; // another framing was chosen, which does not guess
    capture::Event event{ time, m_connection, capture::EventKind::FramingGuessed, m_from };
    event.framing = m_guessed;
    m_recorder.record(event);
}

void MessageStream::record(std::span<const framing::Frame> frames, Timestamp time, bool unfinished)
{
    recordGuess(time);
    for (const framing::Frame &frame : frames) {
        if (!frame.isMalformed())
            ++m_messages;
        m_recorder.record(capture::Record{ time, m_connection, m_from, frame.problem, frame.wire, frame.headSize,
                                           frame.tailSize, unfinished });
    }
}

} // namespace pipeglass::engine
