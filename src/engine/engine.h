// SPDX-License-Identifier: MIT
#pragma once

#include "engine/replay/replayinfo.h"
#include "engine/sessions/session.h"

#include <QObject>

#include <memory>

namespace pipeglass::engine {

/// What the window needs to know of a session, as a value.
struct SessionInfo {
    SessionId id;
    QByteArray path; ///< where it listens, or what it dialled
    std::optional<Side> ours; ///< which end we are, if any
    bool hasMany = false; ///< any number of peers, which come and go
    bool canSend = false;
    PerSide<framing::FramingPtr> framing;
    capture::RecordingPtr recording; ///< read it from any thread
    std::vector<ConnectionState> connections;
    LossCount lost; ///< what passed and could not be recorded
    bool isStalled = false; ///< nothing moves, because the recording cannot be written
    bool ended = false;
    bool hasLeft = false; ///< nobody new comes; what is connected goes on
    // Of a tap:
    bool isTap = false;
    ProcessInfo server; ///< pid 0: not known
    std::vector<ProcessInfo> connectedBefore; ///< clients whose traffic does not go through the tap
    quint64 missed = 0; ///< connections that did not go through it
    bool canTakePart = false; ///< see Engine::setRules()
    RelayRules rules; ///< of new connections
    std::optional<ProgramState> program = {}; ///< that was started
    std::optional<ReplayInfo> replay = {}; ///< of a recording
};

/// The window's door to the sockets. Calls may be made in any thread and never wait: they are carried out in the
/// engine's. Answers come as signals with the number that the caller gave (`ticket`).
class Engine : public QObject {
    Q_OBJECT

public:
    explicit Engine(QObject *parent = nullptr);
    ~Engine() override;

    /// A number that no other call in this program has.
    [[nodiscard]] static quint64 newTicket();

    void open(quint64 ticket, const SessionRequest &request); ///< `opened` or `failed` follows
    /// Of one that still opens; neither `opened` nor `failed` follows.
    void cancel(quint64 ticket);
    void send(quint64 ticket, SessionId session, const QByteArray &payload, ConnectionId to); ///< `sent` or `failed`
    void finishSending(SessionId session);
    void setFraming(SessionId session, Side from, const framing::FramingPtr &framing);
    void setDiskPolicy(SessionId session, DiskPolicy policy);
    void setResponder(SessionId session, const std::shared_ptr<Responder> &responder); ///< as Session::setResponder()
    void closeConnection(SessionId session, ConnectionId connection);
    // Of one that can take part, as in Session; `connection` invalid: all. `sent` or `failed` follows to a ticket.
    void setRules(SessionId session, ConnectionId connection, const RelayRules &rules);
    void decide(
        quint64 ticket, SessionId session, ConnectionId connection, Side from, quint64 held, const HeldAction &action);
    void inject(quint64 ticket, SessionId session, ConnectionId connection, Side from, const QByteArray &payload);
    void signalProgram(SessionId session, int number); ///< to the one that was started, if it runs
    void leave(SessionId session); ///< as Session::leave()
    void close(SessionId session);
    void closeAll(); ///< emits `allClosed` when the last file of ours is gone
    /// Ends everything at once, without a signal. In the engine's thread: before that ends.
    void discard();

Q_SIGNALS:
    void opened(quint64 ticket, const pipeglass::engine::SessionInfo &session); ///< connected, or listening
    void sent(quint64 ticket); ///< queued: it is in the recording as soon as the kernel took it; or done
    void failed(quint64 ticket, const pipeglass::Error &error);
    /// Connections came, changed, went; messages are lost; it ended. At most 30 times a second for each session.
    void sessionChanged(const pipeglass::engine::SessionInfo &session);
    /// The recording has grown; at most 30 times a second for each session, and once more at its end.
    void recordingGrew(pipeglass::SessionId session);
    void problem(pipeglass::SessionId session, const pipeglass::Error &error);
    void allClosed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::SessionInfo)
