// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessioninfo.h"
#include "engine/sessions/requests.h"

#include <QObject>

#include <memory>

namespace pipeglass::engine {

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
    /// Opens a recording in a file: `opened` or `failed` follows. It grows as the file does, and is closed with
    /// close().
    void openFile(quint64 ticket, const QByteArray &path);
    /// Of one that still opens; neither `opened` nor `failed` follows.
    void cancel(quint64 ticket);
    void send(quint64 ticket, SessionId session, const QByteArray &payload, ConnectionId to); ///< `sent` or `failed`
    /// Of one that can redial: another connection after it has ended. `sent` when it is there, or `failed`.
    void dialAgain(quint64 ticket, SessionId session);
    void finishSending(SessionId session);
    void setFraming(SessionId session, Side from, const framing::FramingPtr &framing);
    void setDiskPolicy(SessionId session, DiskPolicy policy);
    void setResponder(SessionId session, const std::shared_ptr<Responder> &responder); ///< as Session::setResponder()
    /// Of private recordings of sessions that are opened from now on. nullopt, as at the beginning: they are not kept.
    void setStorage(const std::optional<PrivateStorage> &storage);
    // As in Session:
    void setLimitPolicy(SessionId session, LimitPolicy policy);
    void setSaved(SessionId session, quint64 messages);
    void closeConnection(SessionId session, ConnectionId connection);
    // Of one that can take part, as in Session; `connection` invalid: all. `sent` or `failed` follows to a ticket.
    void setRules(SessionId session, ConnectionId connection, const RelayRules &rules);
    void decide(
        quint64 ticket, SessionId session, ConnectionId connection, Side from, quint64 held, const HeldAction &action);
    void inject(quint64 ticket, SessionId session, ConnectionId connection, Side from, const QByteArray &payload);
    /// Sets the mark of an item of the session's recording, which it wrote, also after its end; `recordingGrew`
    /// follows.
    void setMark(SessionId session, const capture::RecordingPtr &recording, quint64 item, const capture::Mark &mark);
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
