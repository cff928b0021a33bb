// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/messagenumbers.h"
#include "engine/engine.h"

#include <QObject>

#include <vector>

namespace pipeglass::ui {

/// Requests to the engine that concern messages of a conversation. Window's thread.
class MessageCommands : public QObject {
    Q_OBJECT

public:
    MessageCommands(engine::Engine &engine, QObject *parent);

    /// Through a tap in their direction, else as our own.
    void sendAgain(
        const engine::SessionInfo &session, const capture::MessageListPtr &list,
        const conversation::MessageNumbersPtr &numbers, const std::vector<quint64> &items);
    /// One message, likewise.
    void send(const engine::SessionInfo &session, ConnectionId connection, Side from, const QByteArray &payload);
    void setMark(const engine::SessionInfo &session, quint64 item, const capture::Mark &mark);

Q_SIGNALS:
    void submitted(quint64 ticket); ///< the engine answers `sent` or `failed`
    void marked(); ///< the recording has the mark, if it is not the engine that writes it
    void failed(const pipeglass::Error &error);

private:
    engine::Engine &m_engine;
};

} // namespace pipeglass::ui
