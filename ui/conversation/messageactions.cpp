// SPDX-License-Identifier: MIT
#include "conversation/messageactions.h"

#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "conversation/messagespane.h"
#include "models/conversation/messagefilter.h"

#include <QAction>
#include <QMenu>

namespace pipeglass::ui {

MessageActions::MessageActions(QMenu *menu, ConversationTabs *tabs)
    : QObject(menu)
    , m_menu(menu)
    , m_tabs(tabs)
{
    addFinding();
    menu->addSeparator();
    addView();
    connect(menu, &QMenu::aboutToShow, this, &MessageActions::adapt);
    connect(menu, &QMenu::aboutToHide, this, [this] {
        for (QAction *action : m_menu->actions()) // for the keys
            action->setEnabled(true);
    });
}

QAction *MessageActions::add(
    const QString &name, const QString &text, const QString &tip, const QKeySequence &keys, const Act &act)
{
    QAction *action = m_menu->addAction(text);
    action->setObjectName(name);
    action->setToolTip(tip);
    action->setStatusTip(tip);
    action->setShortcut(keys);
    connect(action, &QAction::triggered, this, [this, act] {
        if (const ConversationPanel *panel = m_tabs->current())
            act(*panel->pane());
    });
    return action;
}

void MessageActions::addFinding()
{
    add(QStringLiteral("actionFilterMessages"), tr("&Filter"), tr("Go to the filter of the messages"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_L), [](MessagesPane &pane) { pane.focusFilter(); });
    add(QStringLiteral("actionFindMessage"), tr("F&ind…"), tr("Find a message that matches an expression"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_F), [](MessagesPane &pane) { pane.openFind(); });
    add(QStringLiteral("actionFindNext"), tr("Find &next"), tr("Go to the next message that matches"),
        QKeySequence(Qt::Key_F3), [](MessagesPane &pane) { pane.findNext(); });
    add(QStringLiteral("actionFindPrevious"), tr("Find &previous"), tr("Go to the previous message that matches"),
        QKeySequence(Qt::SHIFT | Qt::Key_F3), [](MessagesPane &pane) { pane.findPrevious(); });
    add(QStringLiteral("actionGoToNumber"), tr("&Go to message…"), tr("Go to a message by its number"),
        QKeySequence(Qt::CTRL | Qt::Key_G), [](MessagesPane &pane) { pane.askForNumber(); });
}

void MessageActions::addView()
{
    m_pause =
        add(QStringLiteral("actionPauseView"), tr("Pa&use view"), tr("Show no new messages; they are recorded"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Space),
            [](MessagesPane &pane) { pane.setPaused(!pane.filter().isPaused()); });
    m_pause->setCheckable(true);
    add(QStringLiteral("actionClearView"), tr("&Clear view"), tr("Show new messages only; the recording keeps all"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [](MessagesPane &pane) { pane.clearView(); });
}

void MessageActions::adapt()
{
    const ConversationPanel *panel = m_tabs->current();
    m_pause->setChecked(panel != nullptr && panel->pane()->filter().isPaused());
    for (QAction *action : m_menu->actions()) {
        if (!action->isSeparator())
            action->setEnabled(panel != nullptr);
    }
}

void MessageActions::popUp(const QPoint &position, const QList<QAction *> &ofList)
{
    auto *menu = new QMenu(m_menu->parentWidget());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_menu->actions());
    menu->addSeparator();
    menu->addActions(ofList);
    adapt();
    menu->popup(position);
}

} // namespace pipeglass::ui
