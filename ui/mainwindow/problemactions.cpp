// SPDX-License-Identifier: MIT
#include "mainwindow/problemactions.h"

#include "app/workers.h"
#include "pipes/staledeletion.h"
#include "problems/connectsdialog.h"
#include "problems/explaindialog.h"
#include "problems/problemswatch.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <QApplication>
#include <QEvent>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;

ProblemActions::ProblemActions(Ui::MainWindow &ui, Workers &workers, QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_workers(workers)
    , m_window(window)
    , m_watch(new ProblemsWatch(this))
    , m_deletion(new StaleDeletion(workers.catalog(), *ui.pipes->bar(), window))
{
    m_watch->setScanOptions(workers.options());
    connect(&workers, &Workers::catalogChanged, m_watch, &ProblemsWatch::noteChange);
    connect(&workers, &Workers::scanned, this, [this] { m_watch->setScanOptions(m_workers.options()); });
    connect(ui.actionRefresh, &QAction::triggered, m_watch, &ProblemsWatch::examineNow);
    connect(ui.actionExplain, &QAction::triggered, this, &ProblemActions::showExplainDialog);
    connect(ui.actionConnects, &QAction::triggered, this, &ProblemActions::showConnectsDialog);
    connect(ui.processes, &ProcessesPanel::processChosen, this, &ProblemActions::adaptConnects);
    ui.processes->setProcessActions({ ui.actionConnects });
    adaptConnects();
    connect(ui.actionGoToProblems, &QAction::triggered, this, [this] { Q_EMIT placeRequested(m_ui.problems); });
    connect(ui.pipes, &PipesPanel::picked, this, [this] { m_mayShow = false; });
    connectPanel();
    qApp->installEventFilter(this);
}

void ProblemActions::connectPanel()
{
    connect(
        m_watch, &ProblemsWatch::found, this, [this](const std::vector<doctor::Finding> &findings, bool isComplete) {
            m_ui.problems->apply(findings, isComplete);
            adapt(isComplete);
        });
    connect(m_ui.problems, &ProblemsPanel::examinationRequested, m_watch, &ProblemsWatch::examineNow);
    connect(m_ui.problems, &ProblemsPanel::pipeChosen, m_ui.pipes, &PipesPanel::choose);
    connect(m_ui.problems, &ProblemsPanel::pipeRequested, this, &ProblemActions::goTo);
    connect(m_ui.problems, &ProblemsPanel::deletionRequested, this, [this](const PipeEntryPtr &pipe) {
        goTo(pipe); // its bar shows the result
        m_deletion->ask({ pipe });
    });
    connect(m_ui.problems, &ProblemsPanel::accessRequested, this, [this](const PipeEntryPtr &pipe) {
        goTo(pipe);
        m_ui.actionAccess->trigger();
    });
    connect(m_deletion, &StaleDeletion::finished, &m_workers, &Workers::refresh);
}

void ProblemActions::setActive(bool active) { m_watch->setActive(active); }

void ProblemActions::goTo(const PipeEntryPtr &pipe)
{
    Q_EMIT placeRequested(m_ui.pipes);
    m_ui.pipes->reveal(pipe);
}

void ProblemActions::adapt(bool isComplete)
{
    const int count = m_ui.problems->count();
    const int tab = m_ui.places->indexOf(m_ui.problems);
    m_ui.places->setTabText(tab, count == 0 ? tr("Problems") : tr("Problems (%1)").arg(count));
    const bool isIdle = m_ui.places->currentWidget() == m_ui.pipes && m_ui.tabs->count() == 0;
    if (m_mayShow && isIdle && m_ui.problems->seriousCount() > 0) {
        m_mayShow = false;
        Q_EMIT placeRequested(m_ui.problems);
    }
    m_mayShow = m_mayShow && !isComplete;
}

void ProblemActions::showExplainDialog()
{
    auto *dialog = new ExplainDialog(m_window);
    connect(dialog, &ExplainDialog::pipeRequested, this, &ProblemActions::goTo);
    dialog->show();
}

void ProblemActions::showConnectsDialog()
{
    auto *dialog = new ConnectsDialog(m_ui.processes->chosenPid(), m_window);
    connect(dialog, &ConnectsDialog::pipeRequested, this, &ProblemActions::goTo);
    dialog->show();
}

void ProblemActions::adaptConnects()
{
    setUsable(
        *m_ui.actionConnects,
        m_ui.processes->chosenPid() != 0 ? QString() : tr("Choose a program on the page \"Processes\" first"),
        tr("Show which addresses the chosen .NET program tries to connect to, and why it fails"));
}

bool ProblemActions::eventFilter(QObject *watched, QEvent *event)
{
    const QEvent::Type type = event->type();
    if (type == QEvent::KeyPress || type == QEvent::MouseButtonPress || type == QEvent::Shortcut) {
        m_mayShow = false;
        qApp->removeEventFilter(this);
    }
    return QObject::eventFilter(watched, event);
}

} // namespace pipeglass::ui
