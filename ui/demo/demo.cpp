// SPDX-License-Identifier: MIT
#include "demo/demo.h"

#include "conversation/conversationpanel.h"
#include "core/errortext.h"
#include "demo/demobar.h"
#include "mainwindow/mainwindow.h"
#include "models/conversation/conversationmodel.h"
#include "models/pipefiltermodel.h"
#include "pipes/pipespanel.h"
#include "text/pipetext.h"

#include <chrono>

namespace pipeglass::ui {

namespace {

constexpr int lastNumber = 99;
constexpr int stepCount = 4;
const QByteArray greeting = QByteArrayLiteral("test2");
const QByteArray expected = QByteArrayLiteral("Echo: test2");

} // namespace

bool isNameTaken(ErrorCode code)
{
    return code == ErrorCode::InUse || code == ErrorCode::StaleSocket || code == ErrorCode::ForeignSocket
        || code == ErrorCode::NotASocket || code == ErrorCode::WrongSocketType || code == ErrorCode::LeftUnknown;
}

Demo::Demo(MainWindow &window, DemoBar &bar, Pace pace)
    : QObject(&window)
    , m_window(window)
    , m_bar(bar)
    , m_pace(pace)
{
    using namespace std::chrono_literals;
    m_timeout.setSingleShot(true);
    m_timeout.setInterval(4s);
    connect(&m_timeout, &QTimer::timeout, this, [this] { enter(Answered); });
    connect(&bar, &DemoBar::nextRequested, this, &Demo::next);
    connect(&bar, &DemoBar::endRequested, this, &Demo::finished);
    connect(this, &Demo::finished, &bar, &QWidget::hide);
    connect(&window, &MainWindow::conversationOpened, this, &Demo::opened);
    connect(&window, &MainWindow::requestFailed, this, &Demo::hostFailed);
    // Queued: another pipe may be selected only after the list was updated.
    const auto *list = window.pipes().shown();
    connect(list, &QAbstractItemModel::rowsInserted, this, &Demo::continueWhenReady, Qt::QueuedConnection);
    connect(list, &QAbstractItemModel::dataChanged, this, &Demo::continueWhenReady, Qt::QueuedConnection);
    connect(list, &QAbstractItemModel::modelReset, this, &Demo::continueWhenReady, Qt::QueuedConnection);
}

Demo::~Demo() = default;

void Demo::start() { enter(Intro); }

void Demo::enter(Step step)
{
    m_step = step;
    m_timeout.stop();
    const bool byPerson = m_pace == Pace::ByPerson;
    const int number = step <= Hosting ? 1 : (step <= Attaching ? 2 : (step <= Sending ? 3 : 4));
    const bool waits = step == Hosting || step == Attaching || step == Sending;
    const QString button = step == Intro ? tr("Host it")
        : step == Listed                 ? tr("Attach to it")
        : step == Attached               ? tr("Send \"test2\"")
                                         : QString();
    m_bar.tell(number, stepCount, explanation(), waits || !byPerson ? QString() : button);
    if (step == Answered)
        Q_EMIT shown();
    else if (!waits && !byPerson)
        QMetaObject::invokeMethod(this, &Demo::next, Qt::QueuedConnection);
}

void Demo::next()
{
    switch (m_step) {
    case Intro:
        enter(Hosting);
        hostNextName();
        break;
    case Listed:
        if (isListed()) {
            enter(Attaching);
            m_ticket = m_window.attach(m_window.pipes().current());
        } else {
            fail(tr("the pipe was removed."));
        }
        break;
    case Attached:
        enter(Sending);
        connect(m_talk->messages(), &QAbstractItemModel::rowsInserted, this, &Demo::continueWhenReady);
        connect(m_talk->messages(), &QAbstractItemModel::dataChanged, this, &Demo::continueWhenReady);
        m_talk->sendText(QString::fromUtf8(greeting));
        break;
    default:
        break;
    }
}

void Demo::hostNextName()
{
    ++m_number;
    engine::HostRequest request;
    request.name = "pipe_test" + QByteArray::number(m_number);
    request.talk.framing = m_window.initialFraming();
    request.responder = std::make_shared<engine::EchoResponder>();
    m_ticket = m_window.host(request);
}

void Demo::hostFailed(quint64 ticket, const Error &error)
{
    if (ticket != m_ticket)
        return;
    if (m_step == Hosting && isNameTaken(error.code) && m_number < lastNumber) {
        hostNextName();
        return;
    }
    fail(errorText(error));
}

void Demo::fail(const QString &sentence)
{
    m_bar.tell(1, stepCount, tr("The demonstration cannot continue: %1").arg(sentence), {});
    Q_EMIT failed(sentence);
}

void Demo::opened(quint64 ticket, ConversationPanel *panel)
{
    if (ticket != m_ticket)
        return;
    if (m_step == Hosting) {
        m_path = panel->session().path;
        continueWhenReady();
    } else if (m_step == Attaching) {
        m_talk = panel;
        connect(panel, &QObject::destroyed, this, &Demo::finished);
        enter(Attached);
    }
}

void Demo::continueWhenReady()
{
    if (m_step == Hosting && !m_path.isEmpty() && isListed()) {
        enter(Listed);
    } else if (m_step == Sending && hasAnswer()) {
        const auto entry = m_window.pipes().current();
        const bool counted = entry && entry->clients.value_or(0) > 0;
        if (counted || m_pace == Pace::ByPerson)
            enter(Answered);
        else if (!m_timeout.isActive())
            m_timeout.start();
    }
}

bool Demo::isListed() const { return m_window.pipes().select(m_path); }

bool Demo::hasAnswer() const
{
    // Wait for the rows of the list, not the recording: the picture shows the list.
    using models::ConversationModel;
    const ConversationModel &messages = *m_talk->messages();
    for (int row = messages.rowCount() - 1; row >= 0; --row) {
        const QModelIndex preview = messages.index(row, ConversationModel::Preview);
        if (!preview.data(ConversationModel::FromClientRole).toBool()
            && preview.data().toString() == QString::fromUtf8(expected))
            return true;
    }
    return false;
}

QString Demo::explanation() const
{
    switch (m_step) {
    case Intro:
        return tr("A .NET program creates a pipe with new NamedPipeServerStream(\"pipe_test1\"). On Linux that is a "
                  "socket file in the directory for temporary files. Pipeglass can act as such a server: it will "
                  "host a pipe that replies to every message with \"Echo: \" and the message.");
    case Hosting:
        return tr("Creating the pipe …");
    case Listed:
        return tr("The list on the left shows it: %1 is listening, and its server is this program. The right side "
                  "shows who can connect, and why. A .NET client could connect now; instead, Pipeglass will attach to "
                  "it as a client.")
            .arg(text::nameOfPath(m_path));
    case Attaching:
        return tr("Connecting …");
    case Attached:
        return tr("Below is the conversation with the pipe: sent and received messages with their times. Messages "
                  "are entered in the field at the bottom; the framing adds the length before "
                  "each, as int32.");
    case Sending:
        return tr("Sending \"test2\" …");
    case Answered:
        return tr("\"test2\" was sent (→), and \"Echo: test2\" was received (←). The selected message is shown "
                  "below, as text and hex. Send more messages, look at the server's side in the other "
                  "tab, or close both tabs, which removes the pipe.");
    }
    return {};
}

} // namespace pipeglass::ui
