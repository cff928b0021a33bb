// SPDX-License-Identifier: MIT
#pragma once

#include "models/conversation/messagesearch.h"

#include <QObject>

namespace pipeglass::models {
class ConversationModel;
}

namespace pipeglass::ui {

class ConversationTable;
class FindBar;

/// Goes to messages of a list: to matches of the find bar's expression, to marks, to a number.
class MessageFinding : public QObject {
    Q_OBJECT

public:
    using Direction = models::MessageSearch::Direction;

    MessageFinding(FindBar *bar, ConversationTable *table, models::ConversationModel *model);

    void open();
    void find(Direction direction); ///< opens the bar if it has no expression
    void findMark(Direction direction);
    void askForNumber(); ///< of a message to go to
    void stop();

Q_SIGNALS:
    void failed(const pipeglass::Error &error);

private:
    void connectSearch();
    void search(const filter::Filter &wanted, Direction direction);
    void goToNumber(int number);

    FindBar *m_bar;
    ConversationTable *m_table;
    models::ConversationModel *m_model;
    models::MessageSearch *m_search;
};

} // namespace pipeglass::ui
