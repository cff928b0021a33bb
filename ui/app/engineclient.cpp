// SPDX-License-Identifier: MIT
#include "app/engineclient.h"

namespace pipeglass::ui {

using engine::Engine;

EngineClient::EngineClient(Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(&engine)
{
    connect(&engine, &Engine::opened, this, &EngineClient::opened, Qt::QueuedConnection);
    connect(&engine, &Engine::sent, this, &EngineClient::sent, Qt::QueuedConnection);
    connect(&engine, &Engine::failed, this, &EngineClient::failed, Qt::QueuedConnection);
    connect(&engine, &Engine::sessionChanged, this, &EngineClient::sessionChanged, Qt::QueuedConnection);
    connect(&engine, &Engine::recordsAdded, this, &EngineClient::recordsAdded, Qt::QueuedConnection);
    connect(&engine, &Engine::problem, this, &EngineClient::problem, Qt::QueuedConnection);
    connect(&engine, &Engine::allClosed, this, &EngineClient::allClosed, Qt::QueuedConnection);
}

template <typename Call>
void EngineClient::queue(Call call)
{
    if (m_engine == nullptr)
        return;
    QMetaObject::invokeMethod(
        m_engine, [engine = m_engine, call = std::move(call)] { call(*engine); }, Qt::QueuedConnection);
}

quint64 EngineClient::attach(const engine::AttachRequest &request)
{
    queue([ticket = ++m_lastTicket, request](Engine &engine) { engine.attach(ticket, request); });
    return m_lastTicket;
}

quint64 EngineClient::host(const engine::HostRequest &request)
{
    queue([ticket = ++m_lastTicket, request](Engine &engine) { engine.host(ticket, request); });
    return m_lastTicket;
}

quint64 EngineClient::send(SessionId session, const QByteArray &payload, ConnectionId to)
{
    queue(
        [ticket = ++m_lastTicket, session, payload, to](Engine &engine) { engine.send(ticket, session, payload, to); });
    return m_lastTicket;
}

void EngineClient::finishSending(SessionId session)
{
    queue([session](Engine &engine) { engine.finishSending(session); });
}

void EngineClient::close(SessionId session)
{
    queue([session](Engine &engine) { engine.close(session); });
}

void EngineClient::cancel(quint64 ticket)
{
    queue([ticket](Engine &engine) { engine.cancel(ticket); });
}

void EngineClient::closeConnection(SessionId session, ConnectionId connection)
{
    queue([session, connection](Engine &engine) { engine.closeConnection(session, connection); });
}

void EngineClient::closeAll()
{
    queue([](Engine &engine) { engine.closeAll(); });
}

} // namespace pipeglass::ui
