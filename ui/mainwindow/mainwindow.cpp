// SPDX-License-Identifier: MIT
#include "mainwindow/mainwindow.h"

#include "app/settings.h"
#include "app/workers.h"
#include "conversation/conversationpanel.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "demo/demo.h"
#include "host/hostdialog.h"
#include "mainwindow/fileactions.h"
#include "mainwindow/listactions.h"
#include "mainwindow/problemactions.h"
#include "mainwindow/tapleaving.h"
#include "mainwindow/windowlayout.h"
#include "replay/replaydialog.h"
#include "start/startdialog.h"
#include "text/isolation.h"
#include "ui_mainwindow.h"
#include "widgets/messagebar.h"

#include <QClipboard>
#include <QCloseEvent>
#include <QToolTip>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using engine::SessionInfo;

MainWindow::MainWindow(
    Workers &workers, Settings &settings, const Theme &theme, const framing::FramingRegistry &framings)
    : m_ui(std::make_unique<Ui::MainWindow>())
    , m_workers(workers)
    , m_settings(settings)
    , m_framings(framings)
{
    m_ui->setupUi(this);
    setUpIcons();
    m_ui->tabs->setEngine(workers.engine(), framings);
    m_ui->tabs->setSettings(settings);
    m_ui->menubar->insertMenu(m_ui->menuView->menuAction(), m_ui->tabs->messagesMenu());
    m_ui->tabs->hide();
    m_ui->demoBar->hide();
    m_ui->accessPanel->setService(workers.access());
    m_ui->overview->setService(workers.catalog(), framings);
    m_ui->overview->setActions(m_ui->actionAttach, m_ui->actionHost);
    m_listActions = new ListActions(*m_ui, workers, settings, this);
    m_fileActions = new FileActions(*m_ui, workers, settings, this);
    connect(
        m_fileActions, &FileActions::asked, this, [this](quint64 ticket) { m_asked.insert(ticket, Origin::Dialog); });
    setUpHelpers(theme);
    connectActions();
    connectPanels();
    connectProcesses();
    connectEngine();
    m_layout = std::make_unique<WindowLayout>(*this, *m_ui, settings);
    m_layout->restore();
    adaptActions();
    goTo(m_ui->places->currentWidget());
}

MainWindow::~MainWindow() = default;

PerSide<framing::FramingPtr> MainWindow::usualFraming() const
{
    const framing::FramingPtr chosen = m_framings.find(m_settings.framing());
    return chosen ? PerSide<framing::FramingPtr>{ chosen, chosen } : initialFraming();
}

PipesPanel &MainWindow::pipes() const { return *m_ui->pipes; }

ConversationTabs &MainWindow::conversations() const { return *m_ui->tabs; }

void MainWindow::connectActions()
{
    connect(m_ui->actionAttach, &QAction::triggered, this, &MainWindow::attachToCurrent);
    connect(m_ui->actionTap, &QAction::triggered, this, &MainWindow::tapCurrent);
    connect(m_ui->actionHost, &QAction::triggered, this, &MainWindow::showHostDialog);
    connect(m_ui->actionHostEcho, &QAction::triggered, this, &MainWindow::showEchoDialog);
    connect(m_ui->actionStart, &QAction::triggered, this, &MainWindow::showStartDialog);
    connect(m_ui->actionAccess, &QAction::triggered, this, &MainWindow::showAccess);
    connect(m_ui->actionClose, &QAction::triggered, m_ui->tabs, &ConversationTabs::closeCurrent);
    connect(m_ui->actionRefresh, &QAction::triggered, &m_workers, &Workers::refresh);
    connect(m_ui->actionRefresh, &QAction::triggered, m_ui->overview, &OverviewPanel::refresh);
    connect(m_ui->actionRefresh, &QAction::triggered, m_ui->processes, &ProcessesPanel::refresh);
    connect(m_ui->actionFind, &QAction::triggered, this, [this] {
        if (m_ui->tabs->focusFilter())
            return;
        if (!showsProcesses())
            m_ui->places->setCurrentWidget(m_ui->pipes);
        showsProcesses() ? m_ui->processes->focusFilter() : m_ui->pipes->focusFilter();
    });
    connect(m_ui->actionGoToList, &QAction::triggered, this, [this] { goTo(m_ui->pipes); });
    connect(m_ui->actionGoToProcesses, &QAction::triggered, this, [this] { goTo(m_ui->processes); });
    connect(m_ui->actionGoToMessage, &QAction::triggered, this, [this] {
        if (ConversationPanel *panel = m_ui->tabs->current())
            panel->focusCompose();
    });
    connect(m_ui->actionCopyName, &QAction::triggered, m_ui->pipes, &PipesPanel::copyName);
    connect(m_ui->actionCopyPath, &QAction::triggered, m_ui->pipes, &PipesPanel::copyPath);
    connect(QGuiApplication::clipboard(), &QClipboard::dataChanged, this, &MainWindow::showCopied);
    connect(m_ui->actionQuit, &QAction::triggered, this, &QWidget::close);
    connect(m_ui->actionMaximise, &QAction::triggered, this, [this] { m_layout->toggleMaximised(); });
    connect(m_ui->actionResetLayout, &QAction::triggered, this, [this] { m_layout->reset(); });
    connect(m_ui->actionDemo, &QAction::triggered, this, &MainWindow::startDemo);
}

void MainWindow::connectPanels()
{
    connect(&m_workers, &Workers::catalogChanged, m_ui->pipes, &PipesPanel::apply);
    connect(m_ui->pipes, &PipesPanel::currentChanged, this, [this](const PipeEntryPtr &entry) {
        m_ui->overview->setEntry(entry);
        showHistory();
        adaptActions();
    });
    connect(m_ui->pipes, &PipesPanel::goneChosen, this, [this](const PipeEntryPtr &entry) {
        m_ui->overview->setGone(entry->path());
        showHistory();
        adaptActions();
    });
    connect(m_ui->pipes, &PipesPanel::selectionChanged, m_ui->accessPanel, &AccessPanel::setEntries);
    connect(m_ui->accessPanel, &AccessPanel::changed, &m_workers, &Workers::refresh);
    connect(m_ui->overview, &OverviewPanel::deleteRequested, m_listActions, &ListActions::deleteShown);
    connect(m_ui->overview, &OverviewPanel::accessRequested, this, &MainWindow::showSmallestFix);
    connect(m_ui->overview, &OverviewPanel::processRequested, this, [this](qint64 pid) {
        goTo(m_ui->processes);
        m_ui->processes->choose(pid);
    });
    connect(m_ui->overview, &OverviewPanel::rowRequested, m_ui->pipes, &PipesPanel::selectServedBy);
    connect(m_ui->pipes, &PipesPanel::activated, this, &MainWindow::attachToCurrent);
    connect(m_ui->tabs, &ConversationTabs::replayRequested, this, [this](const ConversationPanel *panel) {
        showDialog(new ReplayDialog(m_workers.engine(), ReplayDialog::sourceOf(*panel), this));
    });
    connect(m_ui->tabs, &ConversationTabs::emptied, this, [this] {
        m_ui->tabs->hide();
        m_ui->down->reopen();
        goTo(m_ui->places->currentWidget());
        adaptActions();
    });
}

void MainWindow::connectProcesses()
{
    m_ui->processes->setService(m_workers.catalog());
    m_ui->processes->setContextActions({ m_ui->actionAttach, m_ui->actionAccess });
    connect(&m_workers, &Workers::catalogChanged, m_ui->processes, &ProcessesPanel::noteChange);
    connect(m_ui->processes, &ProcessesPanel::pipeChosen, m_ui->pipes, &PipesPanel::choose);
    connect(m_ui->processes, &ProcessesPanel::pipeActivated, this, &MainWindow::attachToCurrent);
    connect(m_ui->processes, &ProcessesPanel::listRequested, this, [this](const PipeEntryPtr &pipe) {
        goTo(m_ui->pipes);
        m_ui->pipes->reveal(pipe);
    });
}

void MainWindow::connectEngine()
{
    connect(&m_workers.engine(), &engine::Engine::opened, this, &MainWindow::opened);
    connect(&m_workers.engine(), &engine::Engine::failed, this, &MainWindow::failed);
}

void MainWindow::showHistory()
{
    const catalog::PipeHistory::Record *past = m_ui->pipes->history().of(m_ui->overview->path());
    m_ui->overview->setHistory(past == nullptr ? std::nullopt : std::optional(*past));
}

bool MainWindow::showsProcesses() const { return m_ui->places->currentWidget() == m_ui->processes; }

void MainWindow::goTo(QWidget *place)
{
    m_ui->places->setCurrentWidget(place);
    if (place == m_ui->problems)
        m_ui->problems->focusList();
    else
        showsProcesses() ? m_ui->processes->focusTree() : m_ui->pipes->focusList();
}

void MainWindow::attachToCurrent()
{
    const PipeEntryPtr entry = m_ui->pipes->current();
    if (!entry || !m_ui->actionAttach->isEnabled())
        return;
    m_ui->pipes->keepChoice();
    m_ui->aspects->setCurrentWidget(m_ui->overview); // its bar shows the question
    const auto go = [this, entry](quint64 ticket) {
        m_asked[ticket] = Origin::Attach;
        showOpening(ticket, tr("Connecting to \"%1\" …").arg(text::isolated(escapedText(entry->name()))));
    };
    if (!m_settings.attachHintWanted() && !OverviewPanel::attachingHarms(*entry)) {
        go(attach(entry));
        return;
    }
    m_ui->overview->askBeforeAttaching(*entry, [this, entry, go](bool never) {
        if (never)
            m_settings.setAttachHintWanted(false);
        go(attach(entry));
    });
}

void MainWindow::showOpening(quint64 ticket, const QString &sentence)
{
    MessageBar *bar = m_ui->overview->bar();
    bar->offer(MessageBar::Kind::Info, sentence, tr("Cancel"), [this, ticket] {
        m_asked.remove(ticket);
        m_workers.engine().cancel(ticket);
    });
    bar->focusAnswer();
}

void MainWindow::tapCurrent()
{
    const PipeEntryPtr entry = m_ui->pipes->current();
    if (!entry || !m_ui->actionTap->isEnabled())
        return;
    m_ui->pipes->keepChoice();
    m_ui->aspects->setCurrentWidget(m_ui->overview); // its bar shows what comes of it
    engine::TapRequest request{ entry->path(), entry, {} };
    request.talk.framing = { m_ui->overview->tapFraming(), m_ui->overview->tapFraming() };
    showOpening(open(request, Origin::Attach), tr("Tapping \"%1\" …").arg(text::isolated(escapedText(entry->name()))));
}

quint64 MainWindow::attach(const PipeEntryPtr &entry)
{
    engine::AttachRequest request;
    request.name = entry->path();
    request.entry = entry;
    request.stays = true;
    request.talk.framing = { m_ui->overview->framing(), m_ui->overview->framing() };
    return open(request, Origin::Caller);
}

quint64 MainWindow::host(const engine::HostRequest &request) { return open(request, Origin::Caller); }

void MainWindow::openFile(const QByteArray &path) { m_fileActions->openFile(path); }

quint64 MainWindow::open(const engine::SessionRequest &request, Origin origin)
{
    const quint64 ticket = engine::Engine::newTicket();
    m_asked.insert(ticket, origin);
    m_workers.engine().open(ticket, request);
    return ticket;
}

void MainWindow::showAccess()
{
    m_ui->pipes->keepChoice();
    m_ui->aspects->setCurrentWidget(m_ui->accessPanel);
    m_ui->accessPanel->focusFirst();
}

void MainWindow::showSmallestFix()
{
    m_ui->pipes->keepChoice();
    m_ui->aspects->setCurrentWidget(m_ui->accessPanel);
    m_ui->accessPanel->suggestSmallestFix();
}

/// After copying by button, menu or key.
void MainWindow::showCopied()
{
    const QWidget *window = QApplication::activeWindow();
    if (window == nullptr || !QGuiApplication::clipboard()->ownsClipboard())
        return;
    const QWidget *focus = window->focusWidget() == nullptr ? window : window->focusWidget();
    const QPoint cursor = QCursor::pos();
    QToolTip::showText(
        window->geometry().contains(cursor) ? cursor : focus->mapToGlobal(focus->rect().center()), tr("Copied"), this,
        {}, 1500);
}

void MainWindow::showHostDialog() { showDialog(new HostDialog(m_workers.engine(), m_settings, m_framings, this)); }

void MainWindow::showEchoDialog()
{
    auto *dialog = new HostDialog(m_workers.engine(), m_settings, m_framings, this);
    dialog->setName(QStringLiteral("pipe_test1")); // it echoes unless another reply is chosen
    showDialog(dialog);
}

void MainWindow::showStartDialog() { showDialog(new StartDialog(m_workers.engine(), m_settings, m_framings, this)); }

void MainWindow::startAgain(const QString &commandLine)
{
    auto *dialog = new StartDialog(m_workers.engine(), m_settings, m_framings, this);
    dialog->choose(commandLine);
    showDialog(dialog);
}

void MainWindow::opened(quint64 ticket, const SessionInfo &session)
{
    const auto asked = m_asked.constFind(ticket);
    if (asked == m_asked.constEnd()) {
        m_workers.engine().close(session.id); // cancelled by the user while connecting
        return;
    }
    if (*asked == Origin::Attach)
        m_ui->overview->bar()->dismiss();
    m_asked.erase(asked);
    ConversationPanel *panel = m_ui->tabs->add(session);
    m_layout->showConversations();
    m_ui->down->reveal(m_ui->tabs);
    adaptActions();
    if (session.file)
        panel->setFocus();
    else if (!session.hasMany)
        panel->focusCompose();
    else if (!session.program)
        m_ui->pipes->selectWhenListed(session.path);
    m_workers.refresh();
    Q_EMIT conversationOpened(ticket, panel);
}

void MainWindow::failed(quint64 ticket, const Error &error)
{
    const auto asked = m_asked.constFind(ticket);
    if (asked == m_asked.constEnd())
        return;
    const Origin origin = *asked;
    m_asked.erase(asked);
    if (origin == Origin::Attach && error.code == ErrorCode::PermissionDenied)
        m_ui->overview->bar()->offer(
            MessageBar::Kind::Error, errorText(error), tr("Why?"), [this] { showSmallestFix(); });
    else if (origin == Origin::Attach)
        m_ui->overview->bar()->showError(error);
    else if (origin == Origin::CommandLine)
        m_ui->windowBar->showError(error);
    Q_EMIT requestFailed(ticket, error);
}

void MainWindow::startDemo()
{
    if (m_demo == nullptr) {
        m_ui->places->setCurrentWidget(m_ui->pipes);
        m_demo = new Demo(*this, *m_ui->demoBar, Demo::Pace::ByPerson);
        connect(m_demo, &Demo::finished, this, [this] {
            m_demo->deleteLater();
            m_demo = nullptr;
        });
        m_demo->start();
    }
}

void MainWindow::watchWhileVisible()
{
    const bool visible = isVisible() && !isMinimized();
    if (visible == m_watching)
        return;
    m_watching = visible;
    m_problemActions->setActive(visible);
    if (visible)
        m_workers.startWatching();
    else
        m_workers.stopWatching();
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    if (!m_tapLeaving->mayClose()) {
        event->ignore();
        return;
    }
    m_layout->save();
    event->accept();
    Q_EMIT closed();
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    if (event->type() == QEvent::WindowStateChange)
        watchWhileVisible();
}

void MainWindow::showEvent(QShowEvent *event)
{
    QMainWindow::showEvent(event);
    watchWhileVisible();
}

void MainWindow::hideEvent(QHideEvent *event)
{
    QMainWindow::hideEvent(event);
    watchWhileVisible();
}

} // namespace pipeglass::ui
