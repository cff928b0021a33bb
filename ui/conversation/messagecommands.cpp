// SPDX-License-Identifier: MIT
#include "conversation/messagecommands.h"

#include "models/conversation/messagecopy.h"
#include "models/pooljob.h"

#include <algorithm>

namespace pipeglass::ui {

MessageCommands::MessageCommands(engine::Engine &engine, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
{
}

void MessageCommands::sendAgain(
    const engine::SessionInfo &session, const capture::MessageListPtr &list,
    const conversation::MessageNumbersPtr &numbers, const std::vector<quint64> &items)
{
    using Messages = Result<std::vector<models::ReadMessage>>;
    const auto read = [list, numbers, items] { return models::readMessages(*list, *numbers, items); };
    models::runInPool(this, read, [this, session](const Messages &messages) {
        if (!messages) {
            Q_EMIT failed(messages.error());
            return;
        }
        for (const models::ReadMessage &message : *messages)
            send(session, message.record.connection, message.record.from, message.record.payload().toByteArray());
    });
}

void MessageCommands::send(
    const engine::SessionInfo &session, ConnectionId connection, Side from, const QByteArray &payload)
{
    const bool isThere = std::any_of(
        session.connections.begin(), session.connections.end(),
        [connection](const engine::ConnectionState &one) { return one.id == connection && !one.closed; });
    const ConnectionId to = session.hasMany && isThere ? connection : ConnectionId();
    const quint64 ticket = engine::Engine::newTicket();
    Q_EMIT submitted(ticket);
    if (session.canTakePart)
        m_engine.inject(ticket, session.id, to, from, payload);
    else
        m_engine.send(ticket, session.id, payload, to);
}

void MessageCommands::setMark(const engine::SessionInfo &session, quint64 item, const capture::Mark &mark)
{
    if (session.recording->isWritten()) {
        m_engine.setMark(session.id, session.recording, item, mark);
        return;
    }
    const auto set = [recording = session.recording, item, mark] { return recording->setMark(item, mark); };
    models::runInPool(this, set, [this](const Status &status) {
        if (!status)
            Q_EMIT failed(status.error());
        Q_EMIT marked();
    });
}

} // namespace pipeglass::ui
