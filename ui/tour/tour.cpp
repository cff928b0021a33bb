// SPDX-License-Identifier: MIT
#include "tour/tour.h"

#include "conversation/conversationpanel.h"
#include "core/errortext.h"
#include "demo/demo.h"
#include "mainwindow/mainwindow.h"
#include "models/conversation/conversationmodel.h"
#include "pipes/pipespanel.h"
#include "text/pipetext.h"
#include "tour/tourbubble.h"

#include <QAbstractItemView>

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr int lastName = 99;

/// The row of a message, not of an event.
bool hasAnswer(const models::ConversationModel &messages)
{
    using models::ConversationModel;
    for (int row = 0; row < messages.rowCount(); ++row) {
        const QModelIndex index = messages.index(row, 0);
        if (!index.data(ConversationModel::EventRole).toBool()
            && !index.data(ConversationModel::FromClientRole).toBool())
            return true;
    }
    return false;
}

} // namespace

Tour::Tour(MainWindow &window, const TourTargets &targets)
    : QObject(&window)
    , m_window(window)
    , m_targets(targets)
    , m_bubble(new TourBubble(&window))
{
    connect(m_bubble, &TourBubble::nextRequested, this, &Tour::next);
    connect(m_bubble, &TourBubble::endRequested, this, &Tour::end);
    connect(
        &window, &MainWindow::conversationOpened, this, [this](quint64, ConversationPanel *panel) { opened(panel); });
    connect(&window, &MainWindow::requestFailed, this, &Tour::failed);
    connect(m_targets.list, &QAbstractItemView::clicked, this, &Tour::chosen);
    connect(&window.pipes(), &PipesPanel::applied, this, [this] {
        if (m_step == Choose && m_waitsForRow)
            next();
    });
}

Tour::~Tour() { delete m_bubble.data(); }

void Tour::start() { enter(Host); }

void Tour::end() { deleteLater(); }

void Tour::enter(Step step)
{
    m_step = step;
    const int number = std::min<int>(step, stepCount);
    m_bubble->tell(number, stepCount, explanation(), target(), step == Done ? QString() : tr("Next"));
}

void Tour::next()
{
    switch (m_step) {
    case Host:
        host();
        break;
    case Choose:
        m_waitsForRow = !m_window.pipes().select(m_path);
        if (!m_waitsForRow)
            chosen();
        break;
    case Look:
        enter(Attach);
        break;
    case Attach:
        if (m_window.pipes().select(m_path) && m_window.pipes().current())
            m_ticket = m_window.attach(m_window.pipes().current());
        break;
    case Send:
        if (m_talk != nullptr)
            m_talk->sendText(QStringLiteral("test2"));
        break;
    case Done:
        break;
    }
}

void Tour::host()
{
    engine::HostRequest request;
    request.name = "pipe_test" + QByteArray::number(++m_number);
    request.talk.framing = m_window.initialFraming();
    request.responder = std::make_shared<engine::EchoResponder>();
    m_ticket = m_window.host(request);
}

void Tour::failed(quint64 ticket, const Error &error)
{
    if (ticket != m_ticket)
        return;
    if (m_step == Host && isNameTaken(error.code) && m_number < lastName)
        host();
    else
        m_bubble->tell(m_step, stepCount, tr("This did not work: %1").arg(errorText(error)), target(), tr("Try again"));
}

/// By Next, or by the user's own use of the dialog or the list.
void Tour::opened(ConversationPanel *panel)
{
    const engine::SessionInfo &session = panel->session();
    if (m_step == Host && session.hasMany && !session.program && !session.file) {
        m_path = session.path;
        enter(Choose);
    } else if (m_step == Attach && session.path == m_path && !session.hasMany) {
        m_talk = panel;
        connect(panel->messages(), &QAbstractItemModel::rowsInserted, this, &Tour::sent);
        connect(panel->messages(), &QAbstractItemModel::dataChanged, this, &Tour::sent);
        enter(Send);
    }
}

void Tour::chosen()
{
    const catalog::PipeEntryPtr current = m_window.pipes().current();
    if (m_step == Choose && current && current->path() == m_path)
        enter(Look);
}

void Tour::sent()
{
    if (m_step == Send && m_talk != nullptr && hasAnswer(*m_talk->messages()))
        enter(Done);
}

QWidget *Tour::target() const
{
    switch (m_step) {
    case Host:
        return m_targets.host;
    case Choose:
        return m_targets.list;
    case Look:
        return m_targets.overview;
    case Attach:
        return m_targets.attach;
    case Send:
        return m_talk == nullptr ? nullptr : m_talk->findChild<QWidget *>(QStringLiteral("field"));
    case Done:
        return m_talk == nullptr ? nullptr : m_talk->findChild<QWidget *>(QStringLiteral("messages"));
    }
    return nullptr;
}

QString Tour::explanation() const
{
    switch (m_step) {
    case Host:
        return tr("A .NET server creates a pipe with a name. Pipeglass can play that server: \"Host…\" creates a pipe "
                  "that answers each message with an echo. Host one, or press Next.");
    case Choose:
        return tr("The list shows all pipes of this machine. The new one, \"%1\", is listening. Choose it, or press "
                  "Next.")
            .arg(text::nameOfPath(m_path));
    case Look:
        return tr("The overview shows its clients, its server, and who can connect. The tab \"Access\" next to it says "
                  "why somebody cannot, and repairs it. Press Next when you have seen it.");
    case Attach:
        return tr("\"Attach\" connects to the chosen pipe as a client. Attach to it, or press Next.");
    case Send:
        return tr("This is the conversation. Write a message here and press Enter, or press Next to send \"test2\".");
    case Done:
        return tr("Here are your message (→) and the answer (←). \"Tap\" shows the same between two other programs. F1 "
                  "opens the manual at the place where you are.");
    }
    return {};
}

} // namespace pipeglass::ui
