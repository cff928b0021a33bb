// SPDX-License-Identifier: MIT
#pragma once

#include "engine/session.h"

#include <QObject>

#include <memory>

namespace pipeglass::engine {

/// What the window needs to know of a session, as a value.
struct SessionInfo {
    SessionId id;
    SessionKind kind = SessionKind::Attachment;
    QByteArray path;
    framing::FramingPtr framing;
    capture::RecordingPtr recording; ///< read it from any thread
    std::vector<ConnectionState> connections;
    bool ended = false;
};

/// The window's door to the sockets. Lives in the engine thread; slots are invoked queued, answers come as signals with
/// the number that the caller gave (`ticket`, any value, unique to the caller).
class Engine : public QObject {
    Q_OBJECT

public:
    explicit Engine(QObject *parent = nullptr);
    ~Engine() override;

public Q_SLOTS:
    void attach(quint64 ticket, const pipeglass::engine::AttachRequest &request);
    void host(quint64 ticket, const pipeglass::engine::HostRequest &request);
    void send(quint64 ticket, pipeglass::SessionId session, const QByteArray &payload, pipeglass::ConnectionId to);
    void finishSending(pipeglass::SessionId session);
    void close(pipeglass::SessionId session);
    void cancel(quint64 ticket); ///< of an attach that still connects; neither `opened` nor `failed` follows
    void closeConnection(pipeglass::SessionId session, pipeglass::ConnectionId connection);
    void closeAll(); ///< emits `allClosed` when the last file of ours is gone

Q_SIGNALS:
    void opened(quint64 ticket, const pipeglass::engine::SessionInfo &session); ///< connected, or listening
    void sent(quint64 ticket); ///< queued: it is in the recording as soon as the kernel took it
    void failed(quint64 ticket, const pipeglass::Error &error);
    void sessionChanged(const pipeglass::engine::SessionInfo &session); ///< connections came, changed, went; ended
    /// Records [first, last] are new; at most 30 times a second for each session, and once more at its end.
    void recordsAdded(pipeglass::SessionId session, quint64 first, quint64 last);
    void problem(pipeglass::SessionId session, const pipeglass::Error &error);
    void allClosed();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::AttachRequest)
Q_DECLARE_METATYPE(pipeglass::engine::HostRequest)
Q_DECLARE_METATYPE(pipeglass::engine::SessionInfo)
