// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/answerer.h"
#include "engine/sessions/connectionset.h"
#include "engine/sessions/connectionsource.h"
#include "engine/sessions/connectionstate.h"
#include "engine/sessions/recorder.h"
#include "engine/sessions/requests.h"

#include <QObject>

#include <functional>
#include <memory>
#include <vector>

namespace pipeglass::engine {

/// A conversation: the connections that a source finds, and their recording. Lives in the engine's thread.
/// Bytes that came are recorded before anybody hears of them; bytes we send are recorded when the kernel took them.
/// Every call may be made from a slot of its signals; what closes or changes a framing is done after it.
class Session : public QObject {
    Q_OBJECT

public:
    /// `background` outlives this.
    Session(const SessionRequest &request, BackgroundThread &background, QObject *parent = nullptr);
    ~Session() override;

    /// Once. `opened` follows (connected to the one peer, or listening), or `failed`: with what the source fails with,
    /// or with what creating the recording fails with.
    void open() { m_source->prepare(); }

    [[nodiscard]] const SourceFacts &facts() const { return m_source->facts(); }
    [[nodiscard]] const PerSide<framing::FramingPtr> &framing() const { return m_talk.framing; }
    /// Null before it is open.
    [[nodiscard]] capture::RecordingPtr recording() const
    {
        return m_recorder != nullptr ? m_recorder->recording() : capture::RecordingPtr();
    }
    [[nodiscard]] std::vector<ConnectionState> connections() const { return m_connections.states(); }
    [[nodiscard]] bool canSend() const { return facts().ours.has_value(); }
    [[nodiscard]] bool canTakePart() const { return !facts().ours; } ///< in the talk of others, see setRules()
    [[nodiscard]] const RelayRules &rules() const { return m_rules; } ///< of new connections
    [[nodiscard]] std::vector<rules::Rule> answerRules() const
    {
        return m_responder != nullptr ? m_responder->rules() : std::vector<rules::Rule>();
    }
    [[nodiscard]] LossCount lost() const { return m_recorder != nullptr ? m_recorder->lost() : LossCount(); }
    [[nodiscard]] quint64 missedConnections() const { return m_missed; } ///< of a tap, see `missed`
    [[nodiscard]] bool hasLeft() const { return m_hasLeft; } ///< nobody new comes
    /// No byte moves, because the recording cannot be written.
    [[nodiscard]] bool isStalled() const { return m_recorder != nullptr && m_recorder->isStalled(); }
    /// isStalled(), because the limit is reached.
    [[nodiscard]] bool isAtLimit() const
    {
        return isStalled() && m_recorder->problem().code == ErrorCode::RecordingFull;
    }
    /// Bytes that are queued and not yet taken by the kernel, over all connections.
    [[nodiscard]] qint64 queuedBytes() const { return m_connections.queuedBytes(); }
    /// Bytes that came from the other sides, also those of a message that is not whole yet.
    [[nodiscard]] quint64 bytesReceived() const { return m_connections.bytesReceived(); }

    /// Sends one message to `to`, or to every peer where it is invalid. Fails with MessageNotEncodable,
    /// MessageTooLarge, QueueFull (the peer does not read; try again after `writable`), PeerClosed, Unsupported (we are
    /// no end). Partly failed for some peers of many is a success; each failure is an event of its connection.
    Status send(const QByteArray &payload, ConnectionId to = {});
    /// Sends the bytes of a frame as they are, also malformed ones. Fails with PeerClosed or QueueFull.
    [[nodiscard]] Status sendFrame(const framing::Frame &frame, ConnectionId to) const
    {
        return sendTo(m_connections.find(to), frame);
    }
    /// We send no more (shutdown of our half), after what is queued has gone; `connection` invalid: on all.
    void finishSending(ConnectionId connection = {}) { m_connections.finishSending(connection); }
    void dial() { m_source->dial(); } ///< one more connection as the client; or `dialFailed` follows
    void closeConnection(ConnectionId connection);
    /// How connections of other programs are relayed; `connection` invalid: all, and those to come.
    void setRules(ConnectionId connection, const RelayRules &rules)
    {
        if (!connection.isValid())
            m_rules = rules;
        m_connections.setRules(connection, rules);
    }
    /// Fails with PeerClosed, InvalidArgument (it is not held any more), MessageNotEncodable, QueueFull.
    [[nodiscard]] Status decide(ConnectionId connection, Side from, quint64 held, const HeldAction &action) const
    {
        return m_connections.decide(connection, from, held, action);
    }
    /// Sends a message as if `from` had sent it; `connection` invalid: on all. Fails as send().
    [[nodiscard]] Status inject(ConnectionId connection, Side from, const QByteArray &payload) const
    {
        return m_connections.inject(connection, from, payload);
    }
    /// What `from` writes is cut so from here on, on all connections or that one; see MessageStream::setFraming().
    void setFraming(Side from, const framing::FramingPtr &framing, ConnectionId connection = {});
    void setDiskPolicy(DiskPolicy policy);
    /// Of a host: how messages are answered from here on; null: by a person.
    void setResponder(const std::shared_ptr<Responder> &responder);
    /// What happens at the limit of a private recording.
    void setLimitPolicy(LimitPolicy policy);
    /// So many messages were saved elsewhere: a private recording is kept at the end only if there are more.
    void setSaved(quint64 messages) { m_saved = messages; }
    [[nodiscard]] const std::optional<PrivateStorage> &storage() const { return m_talk.storage; }
    void signalProgram(int number) { m_source->signalProgram(number); } ///< to the one that was started, if it runs
    /// Nobody new comes: our file is removed, a tapped name given back. Connections go on until they end; `ended`
    /// follows then.
    void leave();
    /// Ends it: as leave(), and connections are closed. `ended` follows.
    void close();

Q_SIGNALS:
    void opened();
    void failed(const pipeglass::Error &error); ///< never opened; `ended` follows
    void dialFailed(const pipeglass::Error &error); ///< of dial()
    void connectionOpened(const pipeglass::engine::ConnectionState &connection);
    void connectionChanged(const pipeglass::engine::ConnectionState &connection);
    void message(const pipeglass::engine::MessageEvent &message); ///< of both sides; malformed ones too
    void grew(); ///< the recording has more records: messages or events
    void stalled(const pipeglass::Error &reason); ///< the disk is full, and no byte moves
    void losing(const pipeglass::Error &reason); ///< the disk is full, and messages pass that are not recorded
    void resumed(); ///< all is recorded again
    void lostChanged(); ///< see lost()
    void writable(); ///< there is room again after QueueFull
    void problem(const pipeglass::Error &error); ///< something to tell the person; the session goes on
    void acceptingPaused(const pipeglass::Error &reason); ///< out of descriptors; clients wait in the backlog
    void acceptingResumed();
    void recreated(); ///< of a tap: the server made its pipe anew, and the tap is in place again
    void missed(quint64 count); ///< of a tap: connections were made that do not go through it
    void connectionHeld(pipeglass::ConnectionId connection); ///< its client had waited while no server listened
    void pipeTapped(const QByteArray &path, const pipeglass::ProcessInfo &server); ///< of a program, see its source
    void programEnded(); ///< it is left then
    void left(); ///< of leave() and close()
    void ended(); ///< the last signal

private:
    void createRecording();
    void start(const Result<capture::RecordingPtr> &recording);
    void fail(const Error &error);
    void admit(Link &link);
    [[nodiscard]] Connection *connectionOf(Link &link, const capture::ConnectionInfo &info);
    [[nodiscard]] PerSide<QByteArray> framingIds() const
    {
        return { m_talk.framing.client->id(), m_talk.framing.server->id() };
    }
    void recordMissed(quint64 count);
    void endSource();
    void endIfIdle();
    void identify(ConnectionId id, Side side, const ProcessInfo &process);
    void begin(Connection *connection);
    void onRecorded(const MessageEvent &event);
    void onChanged(Connection *connection);
    [[nodiscard]] Status sendTo(Connection *connection, const framing::Frame &frame) const;
    [[nodiscard]] Status sendToAll(const framing::Frame &frame);
    /// From a slot of `message`, for there may be more of the same bytes in hand: it would come before them.
    void later(std::function<void()> call) { QMetaObject::invokeMethod(this, std::move(call), Qt::QueuedConnection); }
    void end();

    std::unique_ptr<ConnectionSource> m_source;
    BackgroundThread &m_background;
    TalkRequest m_talk;
    std::shared_ptr<Responder> m_responder;
    std::unique_ptr<Recorder> m_recorder;
    std::unique_ptr<Answerer> m_answerer; ///< of a host, when it is open
    ConnectionSet m_connections;
    RelayRules m_rules;
    quint64 m_messages = 0;
    quint64 m_saved = 0; ///< see setSaved()
    int m_signalling = 0; ///< within a slot of `message`
    quint64 m_missed = 0;
    bool m_wasOpened = false; ///< `opened` was told
    bool m_hasLeft = false; ///< the source was ended
    bool m_willClose = false; ///< close() was called in such a slot
    bool m_closing = false;
    bool m_ended = false;
};

} // namespace pipeglass::engine
