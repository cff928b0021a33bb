// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

#include <QtEndian>

namespace pipeglass::test {

using capture::EventKind;

inline QByteArray wire(const QByteArray &payload)
{
    const auto size = qToLittleEndian(static_cast<qint32>(payload.size()));
    return QByteArray(reinterpret_cast<const char *>(&size), sizeof size) + payload;
}

/// Writes a recording, step by step.
class Script {
public:
    explicit Script(const QByteArray &path, const QByteArray &framing = "int32le")
        : m_recording(capture::Recording::create(path).value())
        , m_framing(framing)
    {
    }

    Script &open()
    {
        const capture::ConnectionInfo info{
            {}, "p", { { 1, "c", 0, {} }, { 2, "s", 0, {} } }, { m_framing, m_framing }, {}
        };
        m_last = m_recording->addConnection(info).value();
        return event(EventKind::Connected, std::nullopt, m_last);
    }
    Script &say(Side from, const QByteArray &payload, ConnectionId on = {})
    {
        return bytes(from, wire(payload), FrameProblem::None, 4, on);
    }
    Script &bytes(
        Side from, const QByteArray &wire, FrameProblem problem = FrameProblem::None, qsizetype head = 0,
        ConnectionId on = {})
    {
        (void)m_recording->append({ next(), on.isValid() ? on : m_last, from, problem, wire, head, 0 }).value();
        return *this;
    }
    Script &event(EventKind kind, std::optional<Side> side, ConnectionId on = {})
    {
        (void)m_recording->append(capture::Event{ next(), on.isValid() ? on : m_last, kind, side }).value();
        return *this;
    }
    Script &wait(qint64 nanoseconds)
    {
        m_time += nanoseconds;
        return *this;
    }

private:
    Timestamp next() { return { ++m_time }; }

    capture::RecordingPtr m_recording;
    QByteArray m_framing;
    ConnectionId m_last;
    qint64 m_time = 0;
};

} // namespace pipeglass::test
