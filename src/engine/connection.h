// SPDX-License-Identifier: MIT
#pragma once

#include "engine/channel.h"
#include "engine/session.h"

#include <QObject>

#include <memory>

namespace pipeglass::engine {

class Recorder;

/// One link of a session: its channel, the framing of what comes, and its part of the recording. For each direction the
/// wires of its records are exactly the bytes that passed: what the kernel took of a message that was cut off, and what
/// framing could not finish, are malformed records. While the recorder is stalled no byte moves.
///
/// Messages are told by Recorder::recorded. Never deletes itself; after a `changed` with `closed` it is silent.
class Connection : public QObject {
    Q_OBJECT

public:
    struct Setup {
        UniqueFd socket; ///< connected
        QByteArray early; ///< bytes that were read from it already
        ConnectionId id;
        Side ours = Side::Client;
        ProcessInfo peer;
        framing::FramingPtr framing;
        qsizetype limit = framing::defaultLimit;
    };

    Connection(Setup setup, Recorder &recorder, QObject *parent = nullptr);
    ~Connection() override;

    void start(); ///< records that it is connected and begins to read

    [[nodiscard]] const ConnectionState &state() const { return m_state; }
    [[nodiscard]] quint64 framesReceived() const { return m_framesReceived; } ///< whole ones
    [[nodiscard]] quint64 bytesReceived() const { return m_bytesReceived; }
    [[nodiscard]] Status send(framing::Frame frame); ///< fails as Channel::write
    /// Queued whatever the limit; the caller stops reading by what queuedBytes() says.
    [[nodiscard]] Status answer(framing::Frame frame);
    [[nodiscard]] qint64 queuedBytes() const { return m_channel.queuedBytes(); }
    void setReading(bool on);
    void finishSending() { m_channel.finishWriting(); }
    void close() { m_channel.close(); }

Q_SIGNALS:
    void changed(); ///< see state(); a half closed, or all of it
    void queueShrank();
    void writable(); ///< there is room again after send() failed with QueueFull

private:
    void receive(const Slice &bytes, Timestamp time);
    void recordIncoming(const framing::Frame &frame, Timestamp time, bool unfinished = false);
    void recordOutgoing(const framing::Frame &frame, Timestamp time);
    void finishIncoming();
    void onHalfClosed();
    void onClosed();
    void onQueueShrank();
    void recordEvent(capture::EventKind kind, std::optional<Side> side = {});
    void pauseForRecorder();
    void resumeAfterRecorder();

    Recorder &m_recorder;
    Channel m_channel;
    framing::FramingPtr m_framing;
    std::unique_ptr<framing::Framer> m_framer;
    QByteArray m_early;
    ConnectionState m_state;
    Side m_ours;
    quint64 m_framesReceived = 0;
    quint64 m_bytesReceived = 0;
    bool m_wantsReading = true;
    bool m_incomingFinished = false;
    bool m_refusedFull = false;
};

} // namespace pipeglass::engine
