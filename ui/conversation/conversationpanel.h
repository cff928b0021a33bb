// SPDX-License-Identifier: MIT
#pragma once

#include "engine/engine.h"
#include "framing/framingregistry.h"

#include <QSet>
#include <QWidget>

#include <memory>

namespace pipeglass::models {
class ConnectionListModel;
class ConversationModel;
class LiveMessages;
} // namespace pipeglass::models

namespace pipeglass::ui {

namespace Ui {
class ConversationPanel;
}

/// One attachment or one host: what was said, the chosen message, the peers, and the line to write in. Shows what the
/// engine says of its session, and asks the engine for what the person does.
class ConversationPanel : public QWidget {
    Q_OBJECT

public:
    ConversationPanel(
        const engine::SessionInfo &session, engine::Engine &engine, const framing::FramingRegistry &framings,
        QWidget *parent = nullptr);
    ~ConversationPanel() override;

    [[nodiscard]] const engine::SessionInfo &session() const { return m_session; }
    [[nodiscard]] models::ConversationModel *messages() const { return m_messages; }
    /// What the conversation is with: "pipe_test1".
    [[nodiscard]] QString title() const;
    void focusCompose();
    /// The sizes of parts and columns as at first.
    void resetLayout();
    /// Writes a message into the field and sends it, as a person would.
    void sendText(const QString &text);

    void sessionChanged(const engine::SessionInfo &session);
    void messagesAdded(); ///< to the session's recording
    void showProblem(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void drawIcon();
    void connectAll();
    void adapt();
    void adaptRecipients();
    void askToSend(const QByteArray &payload, ConnectionId to);
    void showClientMenu(const QPoint &position);
    void adaptFraming();
    void adaptAwaited();
    [[nodiscard]] QString awaitedSentence() const;
    void lookForMisfits();
    void setFraming(const framing::FramingPtr &framing);
    [[nodiscard]] bool isHost() const { return m_session.ours == Side::Server; } // for words only
    [[nodiscard]] bool hasReader() const; ///< somebody that we can write to
    [[nodiscard]] QString stateSentence() const;
    [[nodiscard]] QString linkSentence() const;
    [[nodiscard]] QString blockedBecause() const;

    std::unique_ptr<Ui::ConversationPanel> m_ui;
    engine::Engine &m_engine;
    const framing::FramingRegistry &m_framings;
    engine::SessionInfo m_session;
    models::LiveMessages *m_live;
    models::ConversationModel *m_messages;
    quint64 m_checked = 0; ///< items of the recording that were looked through for misfits
    bool m_offersRaw = false; ///< what the bar about bytes that make no message offers
    bool m_hasMisfit = false; ///< bytes came that are no message of their framing
    models::ConnectionListModel *m_clients;
    QSet<quint64> m_tickets; ///< of messages on their way to the engine
};

} // namespace pipeglass::ui
