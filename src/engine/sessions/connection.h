// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "engine/sessions/messagestream.h"

#include <QObject>
#include <QTimer>

#include <array>

namespace pipeglass::engine {

/// One link of a session: a stream for what each side writes, and its part of the recording. Messages are told by
/// Recorder::recorded. Never deletes itself; after a `changed` with `closed` it is silent.
class Connection : public QObject {
    Q_OBJECT

public:
    struct Setup {
        ConnectionId id;
        std::optional<Side> ours;
        PerSide<ProcessInfo> peers;
        PerSide<framing::FramingPtr> framing;
        qsizetype limit = framing::defaultLimit;
        QByteArray path = {}; ///< of the pipe
    };

    Connection(const Setup &setup, Recorder &recorder, QObject *parent);

    void start(); ///< records that it is connected and begins to read
    virtual void close() = 0;

    [[nodiscard]] const ConnectionState &state() const { return m_state; }
    [[nodiscard]] const MessageStream &stream(Side from) const { return m_streams[static_cast<size_t>(from)]; }
    /// Who a side is, with names, as it becomes known; recorded and told.
    void identify(Side side, const ProcessInfo &process);
    virtual void setFraming(Side from, const framing::FramingPtr &framing);

    // Of an end that is ours; the others fail with Unsupported or do nothing.
    [[nodiscard]] virtual Status send(const framing::Frame &frame);
    /// Queued whatever the limit; the caller stops reading by what queuedBytes() says.
    [[nodiscard]] virtual Status reply(const framing::Frame &frame);
    [[nodiscard]] virtual qint64 queuedBytes() const { return 0; }
    virtual void setReading(bool /*on*/) { }
    virtual void finishSending() { }

    // Of a relay; the others fail with Unsupported or do nothing.
    virtual void setRules(const RelayRules & /*rules*/) { }
    [[nodiscard]] virtual Status decide(Side from, quint64 held, const HeldAction &action);
    /// Sends a message as if `from` had sent it, as soon as no message of that side is half sent; ahead of what waits.
    [[nodiscard]] virtual Status inject(Side from, const QByteArray &payload);

Q_SIGNALS:
    void changed(); ///< see state()
    void queueShrank();
    void writable(); ///< there is room again after send() failed with QueueFull

protected:
    virtual void begin() = 0; ///< the part of start() that reads
    [[nodiscard]] Recorder &recorder() const { return m_recorder; }
    [[nodiscard]] ConnectionState &mutableState() { return m_state; }
    [[nodiscard]] MessageStream &mutableStream(Side from) { return m_streams[static_cast<size_t>(from)]; }
    void recordEvent(capture::EventKind kind, std::optional<Side> side = {});
    /// The state of a stream; recorded as an event, but not told.
    void setEnd(Side from, StreamEnd end);
    /// The end of all, which is recorded and told. `ends`: how the streams ended that were open until now.
    void setClosed(std::optional<Side> by, const PerSide<StreamEnd> &ends);
    /// To be called when bytes of a side passed: tells which framing was guessed, and when a message is not whole for a
    /// while.
    void watchAwaited();

private:
    void checkAwaited();
    [[nodiscard]] framing::StreamNames streamNames() const;

    Recorder &m_recorder;
    ConnectionState m_state;
    std::array<MessageStream, 2> m_streams;
    QTimer m_patience; ///< runs while a message is not whole
    PerSide<quint64> m_messagesBefore;
};

} // namespace pipeglass::engine
