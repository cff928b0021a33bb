// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "engine/sessions/connectionstate.h"
#include "framing/framing.h"

#include <span>

namespace pipeglass::engine {

class Recorder;

/// What one side of a connection writes: cut into messages and recorded. The wires of its records are exactly the bytes
/// that passed.
class MessageStream {
public:
    /// `recorder` outlives this.
    MessageStream(Side from, ConnectionId connection, framing::FramingPtr framing, qsizetype limit, Recorder &recorder);

    /// Bytes that passed.
    void receive(const Slice &bytes, Timestamp time);
    /// A message that passed and whose parts are known, because we framed it.
    void record(const framing::Frame &frame, Timestamp time);
    /// The stream has ended: what the framing holds back is recorded.
    void finish(Timestamp time);
    /// From here on it is cut in another way; what the old framing held back goes through the new one.
    void setFraming(framing::FramingPtr framing, Timestamp time);

    /// The bytes of a message that is not whole, which have passed.
    [[nodiscard]] Slice begun();
    [[nodiscard]] qsizetype limit() const { return m_limit; } ///< of a message
    [[nodiscard]] const framing::FramingPtr &framing() const { return m_framing; }
    [[nodiscard]] const QByteArray &guessed() const { return m_guessed; } ///< see framing::Framer::guessed()
    [[nodiscard]] quint64 messages() const { return m_messages; } ///< whole ones
    [[nodiscard]] quint64 bytes() const { return m_bytes; }
    [[nodiscard]] Awaited awaited() const { return { m_framer->pendingBytes(), m_framer->awaitedBytes() }; }

private:
    void recordGuess(Timestamp time);
    void record(std::span<const framing::Frame> frames, Timestamp time, bool unfinished = false);

    Side m_from;
    ConnectionId m_connection;
    framing::FramingPtr m_framing;
    qsizetype m_limit;
    std::unique_ptr<framing::Framer> m_framer;
    Recorder &m_recorder;
    quint64 m_messages = 0;
    quint64 m_bytes = 0;
    QByteArray m_guessed;
    bool m_finished = false;
};

} // namespace pipeglass::engine
