// SPDX-License-Identifier: MIT
#pragma once

#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QMenu;

namespace pipeglass::ui {

class ConversationPanel;
class ConversationTabs;
class MessagesPane;

/// The menu "Messages": what can be done with the list of messages of the current conversation. Also the context menu
/// of the list.
class MessageActions : public QObject {
    Q_OBJECT

public:
    MessageActions(QMenu *menu, ConversationTabs *tabs);

    /// Opens the context menu, with actions of the list below.
    void popUp(const QPoint &position, const QList<QAction *> &ofList);

private:
    using Act = std::function<void(MessagesPane &)>;

    QAction *
    add(const QString &name, const QString &text, const QString &tip, const QKeySequence &keys, const Act &act);
    void addFinding();
    void addView();
    void adapt();

    QMenu *m_menu;
    ConversationTabs *m_tabs;
    QAction *m_pause = nullptr;
};

} // namespace pipeglass::ui
