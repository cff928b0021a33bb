// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparison.h"
#include "engine/replay/replayinfo.h"

#include <QWidget>

class QAction;
class QLabel;
class QSplitter;
class QStackedWidget;
class QTabBar;
class QTableView;

namespace pipeglass::models {
class ConversationModel;
class DifferencesModel;
} // namespace pipeglass::models

namespace pipeglass::ui {

class CompareDialog;
class ConversationTable;

/// The views of a conversation, of which one is shown: the table of messages, the sequence diagram, the rates, and the
/// differences of a replay. Adds the actions Compare and Replay to the table.
class ConversationViews : public QWidget {
    Q_OBJECT

public:
    enum View { Messages, Sequence, Rates, Differences };

    /// Takes the place of `list`, which contains `messages`, in `splitter`. That has its model, and stays the owner of
    /// the selection.
    ConversationViews(
        QSplitter &splitter, QWidget &list, ConversationTable &messages, models::ConversationModel &model);

    /// What a replay has found so far; `received`: its conversation.
    void setReplay(const engine::ReplayInfo &replay, const capture::MessageListPtr &received);
    void show(View view);
    [[nodiscard]] QAction *compareAction() const { return m_compare; }
    [[nodiscard]] QTableView *differences() const { return m_differences; } ///< null: no replay

Q_SIGNALS:
    void replayRequested();

private:
    void addActions();
    void addDifferences(const engine::ReplayInfo &replay, const capture::MessageListPtr &received);
    void adaptActions();
    void compareSelected();
    void compareDifference(int row);
    void goTo(quint64 number);
    [[nodiscard]] ComparedMessage messageAt(const QModelIndex &index) const;

    ConversationTable &m_messages;
    models::ConversationModel &m_model;
    QTabBar *m_bar;
    QStackedWidget *m_stack;
    QAction *m_compare;
    QAction *m_replay;
    QLabel *m_result = nullptr; ///< of a replay
    QTableView *m_differences = nullptr;
    models::DifferencesModel *m_differencesModel = nullptr;
};

} // namespace pipeglass::ui
