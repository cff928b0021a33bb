// SPDX-License-Identifier: MIT
#include "conversation/messageactions.h"

#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "conversation/messagespane.h"
#include "models/conversation/messagefilter.h"

#include <QAction>
#include <QMenu>

#include <tuple>

namespace pipeglass::ui {

MessageActions::MessageActions(QMenu *menu, ConversationTabs *tabs)
    : QObject(menu)
    , m_menu(menu)
    , m_tabs(tabs)
{
    addFinding();
    menu->addSeparator();
    addCopying();
    menu->addSeparator();
    addMarks();
    menu->addSeparator();
    addView();
    connect(menu, &QMenu::aboutToShow, this, &MessageActions::adapt);
    connect(menu, &QMenu::aboutToHide, this, &MessageActions::enableAll);
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
    add(QStringLiteral("actionFindNext"), tr("Find ne&xt"), tr("Go to the next message that matches"),
        QKeySequence(Qt::Key_F3), [](MessagesPane &pane) { pane.findNext(); });
    add(QStringLiteral("actionFindPrevious"), tr("Find &previous"), tr("Go to the previous message that matches"),
        QKeySequence(Qt::SHIFT | Qt::Key_F3), [](MessagesPane &pane) { pane.findPrevious(); });
    add(QStringLiteral("actionGoToNumber"), tr("&Go to message…"), tr("Go to a message by its number"),
        QKeySequence(Qt::CTRL | Qt::Key_G), [](MessagesPane &pane) { pane.askForNumber(); });
}

void MessageActions::addToList(QAction *action)
{
    action->setShortcutContext(Qt::WidgetShortcut);
    m_listActions.append(action);
}

void MessageActions::attach(QWidget *table) { table->addActions(m_listActions); }

void MessageActions::addCopying()
{
    using models::CopyFormat;
    const auto copy = [](CopyFormat format) { return [format](MessagesPane &pane) { pane.copySelected(format); }; };
    addToList(
        add(QStringLiteral("actionCopyMessages"), tr("C&opy text"), tr("Copy the selected messages as text"),
            QKeySequence::Copy, copy(CopyFormat::Text)));
    QMenu *formats = m_menu->addMenu(tr("Copy &as"));
    const std::tuple<const char *, QString, CopyFormat> all[] = {
        { "actionCopyMessagesHex", tr("&Hex"), CopyFormat::Hex },
        { "actionCopyMessagesDump", tr("Hex &dump"), CopyFormat::HexDump },
        { "actionCopyMessagesCSharp", tr("&C# array of bytes"), CopyFormat::CSharp },
        { "actionCopyMessagesJson", tr("&JSON"), CopyFormat::Json },
        { "actionCopyMessagesCommand", tr("Command &line (pipeglass send)"), CopyFormat::Command },
    };
    for (const auto &[name, text, format] : all) {
        QAction *action = add(QLatin1String(name), text, {}, {}, copy(format));
        m_menu->removeAction(action);
        formats->addAction(action);
    }
    m_sendAgain =
        add(QStringLiteral("actionSendAgain"), tr("&Send again"), tr("Send the selected messages once more"), {},
            [](MessagesPane &pane) { Q_EMIT pane.sendAgainRequested(pane.selectedItems()); });
    m_sendEdited =
        add(QStringLiteral("actionSendEdited"), tr("Send again e&dited…"), tr("Change the current message and send it"),
            {}, [](MessagesPane &pane) {
                if (const auto item = pane.currentMessage())
                    Q_EMIT pane.sendEditedRequested(*item);
            });
}

bool MessageActions::canSend() const
{
    const ConversationPanel *panel = m_tabs->current();
    return panel != nullptr && !panel->session().ended && (panel->session().canSend || panel->session().canTakePart);
}

void MessageActions::addMarks()
{
    addToList(
        add(QStringLiteral("actionMark"), tr("&Mark"), tr("Mark the selected messages, or remove their marks"),
            QKeySequence(Qt::Key_M), [](MessagesPane &pane) { pane.toggleMark(); }));
    addToList(
        add(QStringLiteral("actionNote"), tr("&Note…"), tr("Write a note on the current message"),
            QKeySequence(Qt::Key_N), [](MessagesPane &pane) { pane.askForNote(); }));
    add(QStringLiteral("actionNextMark"), tr("N&ext mark"), tr("Go to the next message with a mark or note"),
        QKeySequence(Qt::Key_F2), [](MessagesPane &pane) { pane.nextMark(); });
    add(QStringLiteral("actionPreviousMark"), tr("P&revious mark"),
        tr("Go to the previous message with a mark or note"), QKeySequence(Qt::SHIFT | Qt::Key_F2),
        [](MessagesPane &pane) { pane.previousMark(); });
}

void MessageActions::addView()
{
    m_pause =
        add(QStringLiteral("actionPauseView"), tr("Pa&use view"), tr("Show no new messages; they are recorded"),
            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_H),
            [](MessagesPane &pane) { pane.setPaused(!pane.filter().isPaused()); });
    m_pause->setCheckable(true);
    add(QStringLiteral("actionClearView"), tr("&Clear view"), tr("Show new messages only; the recording keeps all"),
        QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_K), [](MessagesPane &pane) { pane.clearView(); });
    add(QStringLiteral("actionColourRules"), tr("Co&lour rules…"), tr("Give rows colours by expressions"), {},
        [](MessagesPane &pane) { pane.editColourRules(); });
}

/// For the keys.
void MessageActions::enableAll()
{
    for (QAction *action : m_menu->actions())
        action->setEnabled(true);
}

void MessageActions::adapt()
{
    const ConversationPanel *panel = m_tabs->current();
    m_pause->setChecked(panel != nullptr && panel->pane()->filter().isPaused());
    for (QAction *action : m_menu->actions()) {
        if (!action->isSeparator())
            action->setEnabled(panel != nullptr);
    }
    m_sendAgain->setEnabled(canSend());
    m_sendEdited->setEnabled(canSend() && panel->pane()->currentMessage());
}

void MessageActions::popUp(const QPoint &position, const QList<QAction *> &ofList)
{
    auto *menu = new QMenu(m_menu->parentWidget());
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->addActions(m_menu->actions());
    menu->addSeparator();
    for (QAction *action : ofList) {
        if (!m_listActions.contains(action))
            menu->addAction(action);
    }
    adapt();
    connect(menu, &QMenu::aboutToHide, this, &MessageActions::enableAll);
    menu->popup(position);
}

} // namespace pipeglass::ui
