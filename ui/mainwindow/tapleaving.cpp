// SPDX-License-Identifier: MIT
#include "mainwindow/tapleaving.h"

#include "conversation/conversationpanel.h"
#include "conversation/conversationtabs.h"
#include "engine/engine.h"
#include "widgets/messagebar.h"

#include <algorithm>
#include <chrono>
#include <utility>

namespace pipeglass::ui {

namespace {

using namespace std::chrono_literals;

constexpr std::chrono::milliseconds readingTime = 800ms;
constexpr std::chrono::milliseconds longestWait = 3s;

bool isInPlace(const engine::SessionInfo &session) { return session.isTap && !session.hasLeft && !session.ended; }

} // namespace

TapLeaving::TapLeaving(engine::Engine &engine, const ConversationTabs &tabs, MessageBar &bar, QObject *parent)
    : QObject(parent)
    , m_engine(engine)
    , m_tabs(tabs)
    , m_bar(bar)
{
    m_timeout.setSingleShot(true);
    connect(&m_timeout, &QTimer::timeout, this, &TapLeaving::finish);
    connect(&engine, &engine::Engine::sessionChanged, this, &TapLeaving::noteChange);
}

bool TapLeaving::mayClose()
{
    if (m_isDone || m_timeout.isActive())
        return m_isDone;
    for (int i = 0; i < m_tabs.count(); ++i) {
        const auto *panel = qobject_cast<ConversationPanel *>(m_tabs.widget(i));
        if (panel != nullptr && isInPlace(panel->session()))
            m_inPlace.insert(panel->session().id);
    }
    if (m_inPlace.isEmpty())
        return true;
    m_bar.show(
        MessageBar::Kind::Info,
        tr("Leaving all taps: the names of the pipes lead to their servers again. Then the window closes, and with it "
           "the connections that are still relayed."));
    m_since.start();
    m_timeout.start(longestWait);
    for (const SessionId session : std::as_const(m_inPlace))
        m_engine.leave(session);
    return false;
}

void TapLeaving::noteChange(const engine::SessionInfo &session)
{
    if (isInPlace(session) || !m_inPlace.remove(session.id) || !m_inPlace.isEmpty())
        return;
    m_timeout.start(std::max(0ms, readingTime - std::chrono::milliseconds(m_since.elapsed())));
}

void TapLeaving::finish()
{
    m_isDone = true;
    Q_EMIT done();
}

} // namespace pipeglass::ui
