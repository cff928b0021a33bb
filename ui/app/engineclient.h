// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"

#include <QObject>

namespace pipeglass::ui {

/// The window's end of the engine: calls become queued calls into the engine's thread, each with a ticket, and the
/// answers come back as signals in the window's thread. Never waits.
class EngineClient : public QObject {
    Q_OBJECT

public:
    /// `engine` may live in another thread, and lives until forgetEngine().
    explicit EngineClient(engine::Engine &engine, QObject *parent = nullptr);

    quint64 attach(const engine::AttachRequest &request);
    quint64 host(const engine::HostRequest &request);
    quint64 send(SessionId session, const QByteArray &payload, ConnectionId to);
    void finishSending(SessionId session);
    void close(SessionId session);
    void cancel(quint64 ticket); ///< of an attach that still connects
    void closeConnection(SessionId session, ConnectionId connection);
    void closeAll();

    /// The engine is about to go: calls do nothing from here on.
    void forgetEngine() { m_engine = nullptr; }

Q_SIGNALS:
    // As in engine/engine.h.
    void opened(quint64 ticket, const pipeglass::engine::SessionInfo &session);
    void sent(quint64 ticket);
    void failed(quint64 ticket, const pipeglass::Error &error);
    void sessionChanged(const pipeglass::engine::SessionInfo &session);
    void recordsAdded(pipeglass::SessionId session, quint64 first, quint64 last);
    void problem(pipeglass::SessionId session, const pipeglass::Error &error);
    void allClosed();

private:
    template <typename Call>
    void queue(Call call);

    engine::Engine *m_engine;
    quint64 m_lastTicket = 0;
};

} // namespace pipeglass::ui
