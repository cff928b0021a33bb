// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/decoderregistry.h"
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

class ConversationTypes;
class MessageCommands;
class MessagesPane;
class ViewSettings;

namespace Ui {
class ConversationPanel;
}

class ConversationViews;

/// A conversation as client or host, or one of other programs: messages, the selected message, clients, and the message
/// field. Shows the state of an engine session, and calls the engine for actions.
class ConversationPanel : public QWidget {
    Q_OBJECT

public:
    ConversationPanel(
        const engine::SessionInfo &session, engine::Engine &engine, const framing::FramingRegistry &framings,
        const decoding::DecoderRegistryPtr &decoders, ViewSettings *settings, QWidget *parent = nullptr);
    ~ConversationPanel() override;

    [[nodiscard]] const engine::SessionInfo &session() const { return m_session; }
    [[nodiscard]] models::ConversationModel *messages() const;
    [[nodiscard]] MessagesPane *pane() const;
    /// The name of the pipe: "pipe_test1".
    [[nodiscard]] QString title() const;
    void focusCompose();
    /// Resets the sizes of panes and columns.
    void resetLayout();
    [[nodiscard]] ConversationViews *views() const { return m_views; }
    /// Puts a message into the field and sends it.
    void sendText(const QString &text);

    void sessionChanged(const engine::SessionInfo &session);
    void messagesAdded(); ///< to the session's recording
    void showProblem(const Error &error);

protected:
    void changeEvent(QEvent *event) override;

private:
    void setDefaultSizes();
    void drawIcon();
    void connectAll();
    void adapt();
    void adaptRecipients();
    void askToSend(const QByteArray &payload, ConnectionId to);
    void sendAgain(const std::vector<quint64> &items);
    void sendEdited(quint64 item);
    void editAndSend(const capture::Record &record);
    void connectTypes();
    void adaptTypes();
    void showClientMenu(const QPoint &position);
    void connectTakingPart();
    void adaptTakingPart();
    void askToCut();
    void adaptFraming();
    void adaptAwaited();
    void offerFraming(const QString &sentence);
    void checkForMalformed();
    void setFraming(const PerSide<framing::FramingPtr> &framing);
    void guessForeign();
    void editFormat();
    [[nodiscard]] PerSide<QByteArray> guessedFraming() const;
    [[nodiscard]] bool isHost() const { return m_session.ours == Side::Server; } // for texts only
    [[nodiscard]] QString tapSentence() const;
    [[nodiscard]] bool hasReader() const; ///< whether the peer can receive
    [[nodiscard]] QString stateSentence() const;
    [[nodiscard]] QString linkSentence() const;
    [[nodiscard]] QString blockedBecause() const;

    std::unique_ptr<Ui::ConversationPanel> m_ui;
    engine::Engine &m_engine;
    const framing::FramingRegistry &m_framings;
    engine::SessionInfo m_session;
    models::LiveMessages *m_live;
    ConversationViews *m_views;
    quint64 m_markChanges = 0; ///< that are shown
    quint64 m_checked = 0; ///< items of the recording that were checked for malformed messages
    QByteArray m_offered; ///< id of the framing that the bar offers; empty: none
    bool m_isFramingChosen = false; ///< by a person
    bool m_hasMalformed = false; ///< malformed bytes were received
    MessageCommands *m_commands;
    decoding::DecoderRegistryPtr m_decoders;
    ConversationTypes *m_types;
    models::ConnectionListModel *m_clients;
    QSet<quint64> m_tickets; ///< of messages passed to the engine
    QSet<quint64> m_decisions; ///< likewise, about held messages and those sent again
};

} // namespace pipeglass::ui
