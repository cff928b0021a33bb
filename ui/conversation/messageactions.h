// SPDX-License-Identifier: MIT
#pragma once

#include <QList>
#include <QObject>

#include <functional>

class QAction;
class QKeySequence;
class QMenu;
class QPoint;
class QWidget;

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

    /// Makes the keys of the list work in a table.
    void attach(QWidget *table);
    /// Opens the context menu, with other actions of the list below.
    void popUp(const QPoint &position, const QList<QAction *> &ofList);

private:
    using Act = std::function<void(MessagesPane &)>;

    QAction *
    add(const QString &name, const QString &text, const QString &tip, const QKeySequence &keys, const Act &act);
    void addFinding();
    void addCopying();
    void addMarks();
    void addView();
    void addToList(QAction *action); ///< its keys work in the list only
    void adapt();
    void enableAll();
    [[nodiscard]] bool canSend() const;

    QMenu *m_menu;
    ConversationTabs *m_tabs;
    QList<QAction *> m_listActions; ///< with keys of the list
    QAction *m_pause = nullptr;
    QAction *m_sendAgain = nullptr;
    QAction *m_sendEdited = nullptr;
};

} // namespace pipeglass::ui
