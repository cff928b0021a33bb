// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

class QTableView;

namespace pipeglass::models {
class ConversationModel;
}

namespace pipeglass::ui {

class ConversationTable;
class EmptyText;

/// The messages of a conversation as arrows between client and server. Rows, current row and selection are those of the
/// table of messages. Only visible rows are read. Follows the newest message while the end is visible. Has no rows
/// while it is hidden, because each costs memory.
class SequenceView : public QWidget {
    Q_OBJECT

public:
    /// `messages` has its model, and outlives this.
    explicit SequenceView(ConversationTable &messages, QWidget *parent = nullptr);

    [[nodiscard]] QTableView *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void attach();
    void showOneColumn();
    void moveCurrent(); ///< to the visible column, from which the keys go on

    ConversationTable &m_messages;
    QTableView *m_table;
    EmptyText *m_empty = nullptr;
    int m_position = 0; ///< of the scroll bar when it was hidden
    bool m_follow = true; ///< state before new rows
};

} // namespace pipeglass::ui
