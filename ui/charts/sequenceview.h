// SPDX-License-Identifier: MIT
#pragma once

#include <QWidget>

namespace pipeglass::models {
class ConversationModel;
}

namespace pipeglass::ui {

class ConversationTable;
class FixedRowTable;

/// The messages of a conversation as arrows between client and server. Rows, current row and selection are those of the
/// table of messages. Only visible rows are read. Follows the newest message while the end is visible.
class SequenceView : public QWidget {
    Q_OBJECT

public:
    /// `messages` has its model, and outlives this.
    explicit SequenceView(ConversationTable &messages, QWidget *parent = nullptr);

    [[nodiscard]] FixedRowTable *table() const { return m_table; }

protected:
    void showEvent(QShowEvent *event) override;

private:
    void showOneColumn();
    void moveCurrent(); ///< to the visible column, from which the keys go on

    ConversationTable &m_messages;
    FixedRowTable *m_table;
    bool m_follow = true; ///< state before new rows
};

} // namespace pipeglass::ui
