// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "engine/engine.h"

#include <QDialog>

class QComboBox;
class QDialogButtonBox;
class QLineEdit;
class QRadioButton;
class QSpinBox;

namespace pipeglass::ui {

class ConversationPanel;
class ElidedLabel;
class MessageBar;

/// Asks how a conversation is to be replayed, and stays open until the pipe is open; errors are shown above the
/// buttons.
class ReplayDialog : public QDialog {
    Q_OBJECT

public:
    /// What is replayed.
    struct Source {
        capture::MessageListPtr list;
        PerSide<framing::FramingPtr> framing; ///< that cuts it, and the answers
        QString name; ///< of the pipe
    };
    [[nodiscard]] static Source sourceOf(const ConversationPanel &panel);

    ReplayDialog(engine::Engine &engine, Source source, QWidget *parent = nullptr);

Q_SIGNALS:
    /// The engine was called with this ticket; the window handles `opened`.
    void asked(quint64 ticket);

private:
    void addFields();
    void adapt();
    void fillConnections();
    void begin();
    void ask(bool replaceStale);
    void failed(quint64 ticket, const Error &error);

    engine::Engine &m_engine;
    Source m_source;
    engine::RecordedConnectionsPtr m_recorded; ///< null until it was read
    QLineEdit *m_name;
    ElidedLabel *m_path;
    QRadioButton *m_client;
    QRadioButton *m_server;
    QRadioButton *m_paused;
    QRadioButton *m_fast;
    QComboBox *m_connection;
    QSpinBox *m_timeout;
    MessageBar *m_bar;
    QDialogButtonBox *m_buttons;
    quint64 m_ticket = 0; ///< of the pending request
};

} // namespace pipeglass::ui
