// SPDX-License-Identifier: MIT
#include "conversation/reattaching.h"

#include "conversation/viewsettings.h"
#include "core/errortext.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QLabel>
#include <QPushButton>

#include <algorithm>
#include <chrono>

namespace pipeglass::ui {

using namespace std::chrono_literals;

namespace {

constexpr std::chrono::milliseconds firstPause = 500ms;
constexpr std::chrono::milliseconds longestPause = 30s;
/// After that many attempts in a row it is up to the person.
constexpr int mostAttempts = 100;
/// A connection of that time is no failed attempt.
constexpr std::chrono::milliseconds lasting = 5s;

std::chrono::milliseconds pauseAfter(int attempts)
{
    constexpr int mostDoublings = 6;
    return std::min(longestPause, firstPause * (1 << std::min(attempts, mostDoublings)));
}

} // namespace

Reattaching::Reattaching(QWidget *parent)
    : QWidget(parent)
    , m_text(new QLabel(this))
    , m_button(new QPushButton(tr("Attach a&gain"), this))
    , m_byItself(new QCheckBox(tr("Attach again b&y itself"), this))
{
    m_text->setObjectName(QStringLiteral("reattachText"));
    m_text->setTextFormat(Qt::PlainText);
    m_text->setWordWrap(true);
    m_button->setObjectName(QStringLiteral("reattachButton"));
    m_button->setToolTip(tr("Connect to the pipe of this name; the conversation and its recording go on"));
    m_byItself->setObjectName(QStringLiteral("reattachByItself"));
    m_byItself->setToolTip(tr("Whenever the other side has gone: after half a second, then with growing pauses"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_text, 1);
    row->addWidget(m_byItself);
    row->addWidget(m_button);
    m_pause.setSingleShot(true);
    connect(&m_pause, &QTimer::timeout, this, &Reattaching::attachNow);
    connect(m_button, &QPushButton::clicked, this, &Reattaching::attachNow);
    connect(m_byItself, &QCheckBox::toggled, this, [this] {
        m_attempts = 0;
        wait();
    });
    hide();
}

void Reattaching::start(engine::Engine &engine, ViewSettings &settings)
{
    m_engine = &engine;
    m_byItself->setChecked(settings.reattaches());
    connect(m_byItself, &QCheckBox::toggled, &settings, &ViewSettings::setReattaches);
    connect(&engine, &engine::Engine::failed, this, [this](quint64 ticket, const Error &error) {
        if (m_ticket != 0 && ticket == m_ticket)
            failed(error);
    });
    connect(&engine, &engine::Engine::sent, this, [this](quint64 ticket) {
        if (ticket == m_ticket)
            m_ticket = 0;
    });
}

void Reattaching::apply(const engine::SessionInfo &session)
{
    m_session = session.id;
    const bool isWaiting = session.canRedial && session.connections.empty();
    if (isWaiting == m_isWaiting) {
        if (!isWaiting && !m_connected.isValid())
            m_connected.start();
        return;
    }
    m_isWaiting = isWaiting;
    if (isWaiting) {
        if (m_connected.isValid() && m_connected.elapsed() >= lasting.count())
            m_attempts = 0;
        m_problem.clear();
        wait();
    } else {
        m_ticket = 0;
        m_pause.stop();
        m_connected.start();
        adapt();
    }
}

/// For the next attempt, if it is to be made by itself.
void Reattaching::wait()
{
    if (m_isWaiting && m_byItself->isChecked() && m_ticket == 0 && m_attempts < mostAttempts)
        m_pause.start(pauseAfter(m_attempts));
    else
        m_pause.stop();
    adapt();
}

void Reattaching::attachNow()
{
    if (!m_isWaiting || m_ticket != 0)
        return;
    m_pause.stop();
    ++m_attempts;
    m_ticket = engine::Engine::newTicket();
    m_engine->dialAgain(m_ticket, m_session);
    adapt();
}

void Reattaching::failed(const Error &error)
{
    m_ticket = 0;
    m_problem = errorText(error);
    wait();
}

void Reattaching::adapt()
{
    setVisible(m_isWaiting);
    m_button->setEnabled(m_ticket == 0);
    QString text = tr("The other side has gone.");
    if (m_ticket != 0)
        text = tr("Attaching …");
    else if (!m_problem.isEmpty())
        text = m_problem;
    if (m_pause.isActive()) {
        const auto pause = std::chrono::duration<double>(pauseAfter(m_attempts)).count();
        text += u' ' + tr("Attaches again within %1 s.").arg(pause);
    }
    m_text->setText(text);
}

} // namespace pipeglass::ui
