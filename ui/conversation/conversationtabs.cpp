// SPDX-License-Identifier: MIT
#include "conversation/conversationtabs.h"

#include "charts/conversationviews.h"
#include "conversation/conversationpanel.h"
#include "conversation/conversationtable.h"
#include "conversation/messageactions.h"
#include "conversation/messagespane.h"
#include "conversation/sessiontext.h"
#include "conversation/viewsettings.h"
#include "core/bytetext.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "widgets/svgicon.h"

#include <QMenu>
#include <QTabBar>
#include <QToolButton>

namespace pipeglass::ui {

using engine::Engine;
using engine::SessionInfo;

namespace {

/// Escapes "&", which marks a mnemonic in a tab.
QString literal(QString text) { return text.replace(u'&', QLatin1String("&&")); }

constexpr int maxTitleLength = 32;

} // namespace

ConversationTabs::ConversationTabs(QWidget *parent)
    : QTabWidget(parent)
    , m_settings(new ViewSettings(nullptr, this))
    , m_messagesMenu(new QMenu(tr("Messages"), this))
    , m_actions(new MessageActions(m_messagesMenu, this))
{
    setMovable(true);
    setDocumentMode(true);
    setElideMode(Qt::ElideMiddle);
}

void ConversationTabs::setEngine(engine::Engine &engine, const framing::FramingRegistry &framings)
{
    m_engine = &engine;
    m_framings = &framings;
    connect(&engine, &Engine::sessionChanged, this, &ConversationTabs::sessionChanged);
    connect(&engine, &Engine::recordingGrew, this, [this](SessionId id) {
        if (ConversationPanel *one = panel(id))
            one->messagesAdded();
    });
    connect(&engine, &Engine::problem, this, [this](SessionId id, const Error &error) {
        if (ConversationPanel *one = panel(id))
            one->showProblem(error);
    });
}

void ConversationTabs::setSettings(Settings &settings)
{
    delete m_settings;
    m_settings = new ViewSettings(&settings, this);
}

ConversationPanel *ConversationTabs::add(const SessionInfo &session)
{
    auto *one = new ConversationPanel(session, *m_engine, *m_framings, m_decoders, m_settings, this);
    ConversationTable *table = one->pane()->table();
    m_actions->attach(table);
    connect(table, &QWidget::customContextMenuRequested, m_actions, [this, table](const QPoint &position) {
        m_actions->popUp(table->viewport()->mapToGlobal(position), table->actions());
    });
    m_panels.insert(session.id, one);
    connect(one->views(), &ConversationViews::replayRequested, this, [this, one] { Q_EMIT replayRequested(one); });
    const int index = addTab(one, QString());
    // Screen readers read the tip as it is; Qt detects markup in the first line only.
    const QString tip = session.file ? tr("Recording\n%1")
        : session.program            ? tr("Conversations of\n%1")
                                     : tr("Conversation on\n%1");
    setTabToolTip(index, tip.arg(escapedText(session.path)));
    tabBar()->setTabButton(index, QTabBar::RightSide, makeCloseButton(one));
    decorate(one);
    if (session.replay)
        one->views()->setReplay(*session.replay, session.recording);
    setCurrentIndex(index);
    return one;
}

QWidget *ConversationTabs::makeCloseButton(ConversationPanel *panel)
{
    auto *button = new QToolButton(tabBar());
    button->setIcon(svgIcon(QStringLiteral("close")));
    button->setIconSize(QSize(12, 12));
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::NoFocus);
    button->setToolTip(tr("End this conversation (Ctrl+W)"));
    button->setAccessibleName(tr("End this conversation"));
    connect(button, &QToolButton::clicked, panel, [this, panel] { closeTab(indexOf(panel)); });
    return button;
}

ConversationPanel *ConversationTabs::current() const { return qobject_cast<ConversationPanel *>(currentWidget()); }

bool ConversationTabs::focusFilter()
{
    const QWidget *focus = window()->focusWidget();
    if (current() == nullptr || focus == nullptr || !current()->isAncestorOf(focus))
        return false;
    current()->pane()->focusFilter();
    return true;
}

void ConversationTabs::applyTimes() { m_settings->applyTimes(); }

void ConversationTabs::resetLayout()
{
    for (ConversationPanel *panel : std::as_const(m_panels))
        panel->resetLayout();
}

void ConversationTabs::sessionChanged(const SessionInfo &session)
{
    ConversationPanel *one = panel(session.id);
    if (one == nullptr)
        return;
    one->sessionChanged(session);
    if (session.replay)
        one->views()->setReplay(*session.replay, session.recording);
    decorate(one);
}

void ConversationTabs::decorate(const ConversationPanel *one)
{
    const int index = indexOf(one);
    const SessionInfo &session = one->session();
    const bool isHost = session.ours == Side::Server;
    const bool hasEnded = !session.file && (session.ended || (session.canRedial && session.connections.empty()));
    QString title = one->title();
    if (title.size() > maxTitleLength)
        title = title.left(maxTitleLength - 1) + u'…';
    title = text::isolated(title);
    if (session.program)
        title = tr("Run %1").arg(title);
    else if (session.replay)
        title = tr("Replay %1").arg(title);
    else
        title = session.isTap ? tr("Tap %1").arg(title) : (isHost ? tr("Host %1").arg(title) : title);
    setTabText(index, literal(hasEnded ? tr("%1 (ended)").arg(title) : title));
    setTabIcon(index, svgIcon(hasEnded ? QStringLiteral("state-gone") : iconOf(session)));
}

void ConversationTabs::closeCurrent()
{
    if (currentIndex() >= 0)
        closeTab(currentIndex());
}

void ConversationTabs::closeSession(SessionId session)
{
    if (ConversationPanel *one = panel(session))
        closeTab(indexOf(one));
}

void ConversationTabs::closeTab(int index)
{
    auto *one = qobject_cast<ConversationPanel *>(widget(index));
    if (one == nullptr)
        return;
    if (one->session().isTap) { // other programs' connections go on, at once
        m_engine->setRules(one->session().id, {}, {});
        m_engine->leave(one->session().id);
    } else {
        m_engine->close(one->session().id);
    }
    m_panels.remove(one->session().id);
    removeTab(index);
    one->deleteLater();
    if (count() == 0)
        Q_EMIT emptied();
}

} // namespace pipeglass::ui
