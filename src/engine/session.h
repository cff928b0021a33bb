// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"
#include "core/result.h"
#include "engine/requests.h"

#include <QObject>

namespace pipeglass::engine {

/// A half of a link: open, ended by them, ended by us.
enum class HalfState { Open, ClosedByPeer, ClosedByUs };

struct ConnectionState {
    ConnectionId id;
    ProcessInfo peer;
    HalfState incoming = HalfState::Open; ///< ClosedByPeer: they send no more (end-of-file), the link may live on
    HalfState outgoing = HalfState::Open; ///< ClosedByPeer: they read no more
    bool closed = false; ///< gone altogether
};

/// A message that passed, for those who follow a session in its own thread (the command).
struct MessageEvent {
    ConnectionId connection;
    quint64 number = 0; ///< in the recording
    capture::Record record;
};

/// One attachment or one host: its connections, its framing and its recording. Lives in the engine's thread.
/// Bytes that came are recorded before anybody hears of them; bytes we send are recorded when the kernel took them.
class Session : public QObject {
    Q_OBJECT

public:
    using QObject::QObject;

    [[nodiscard]] virtual SessionKind kind() const = 0;
    [[nodiscard]] virtual QByteArray path() const = 0; ///< where it listens, or what it dialled
    [[nodiscard]] virtual framing::FramingPtr framing() const = 0;
    [[nodiscard]] virtual capture::RecordingPtr recording() const = 0;
    [[nodiscard]] virtual std::vector<ConnectionState> connections() const = 0;

    /// Sends one message. A host sends to `to`, or to every client where it is invalid. Fails with MessageNotEncodable,
    /// MessageTooLarge, QueueFull (the peer does not read; try again after `writable`), PeerClosed. Partly failed for
    /// some clients of many is a success; each failure is an event of its connection.
    virtual Status send(const QByteArray &payload, ConnectionId to = {}) = 0;
    /// Bytes that are queued and not yet taken by the kernel, over all connections.
    [[nodiscard]] virtual qint64 queuedBytes() const = 0;
    /// We send no more (shutdown of our half) on all connections, after what is queued has gone.
    virtual void finishSending() = 0;
    /// Ends it: connections closed, the host's own file removed. `ended` follows.
    virtual void close() = 0;

Q_SIGNALS:
    void connectionOpened(const pipeglass::engine::ConnectionState &connection);
    void connectionChanged(const pipeglass::engine::ConnectionState &connection); ///< half-closed, closed
    void message(const pipeglass::engine::MessageEvent &message); ///< both directions; malformed ones too
    void grew(); ///< the recording has more records: messages or events
    void writable(); ///< there is room again after QueueFull
    void problem(const pipeglass::Error &error); ///< something to tell the person; the session goes on
    void ended(); ///< the last signal
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::ConnectionState)
Q_DECLARE_METATYPE(pipeglass::engine::MessageEvent)
