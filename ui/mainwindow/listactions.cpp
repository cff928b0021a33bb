// SPDX-License-Identifier: MIT
#include "mainwindow/listactions.h"

#include "app/settings.h"
#include "app/workers.h"
#include "core/bytetext.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/directoriesdialog.h"
#include "pipes/listcolumns.h"
#include "pipes/staledeletion.h"
#include "text/isolation.h"
#include "text/pipetext.h"
#include "ui_mainwindow.h"
#include "widgets/usable.h"

#include <QActionGroup>

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using catalog::Scope;

namespace {

/// The deletable ones among the chosen pipes.
std::vector<PipeEntryPtr> deletable(std::vector<PipeEntryPtr> pipes)
{
    std::erase_if(pipes, [](const PipeEntryPtr &pipe) { return !isDeletable(*pipe); });
    return pipes;
}

QString whyNotDeletable(const PipeEntryPtr &pipe)
{
    using catalog::PipeState;
    if (!pipe)
        return ListActions::tr("Choose a stale pipe in the list first");
    const QString name = text::isolated(escapedText(pipe->name()));
    if (pipe->kind != catalog::FileKind::Socket)
        return ListActions::tr("\"%1\" is not a socket, so Pipeglass does not delete it").arg(name);
    if (!pipe->namespaceLabel.isEmpty())
        return ListActions::tr("\"%1\" is in another namespace: delete it from there").arg(name);
    if (!pipe->hasFile)
        return ListActions::tr("The file of \"%1\" was removed already").arg(name);
    if (pipe->state == PipeState::Unknown)
        return ListActions::tr("Whether a process serves \"%1\" is unknown").arg(name);
    return ListActions::tr("\"%1\" is alive: only stale files can be deleted").arg(name);
}

} // namespace

ListActions::ListActions(Ui::MainWindow &ui, Workers &workers, Settings &settings, QWidget *window)
    : QObject(window)
    , m_ui(ui)
    , m_workers(workers)
    , m_settings(settings)
    , m_window(window)
    , m_deletion(new StaleDeletion(workers.catalog(), *ui.pipes->bar(), window))
{
    setUpMenus();
    setUpScope();
    connectActions();
    m_ui.pipes->setScanOptions(workers.options());
    adapt();
}

void ListActions::setUpMenus()
{
    m_ui.pipes->setShowMenu(m_ui.menuShow);
    m_ui.menuShow->setToolTipsVisible(true);
    m_ui.menuPipe->setToolTipsVisible(true);
    m_ui.menuColumns->addActions(m_ui.pipes->columns().toggles());
    auto *beforeCopying = new QAction(this);
    beforeCopying->setSeparator(true);
    auto *beforeDeleting = new QAction(this);
    beforeDeleting->setSeparator(true);
    m_ui.pipes->setContextActions({ m_ui.actionAttach, m_ui.actionTap, m_ui.actionHost, m_ui.actionAccess,
                                    beforeCopying, m_ui.actionCopyName, m_ui.actionCopyPath, m_ui.actionCopyRows,
                                    beforeDeleting, m_ui.actionDeleteStale, m_ui.actionDeleteAllStale });
    m_ui.pipes->addListAction(m_ui.actionCopyRows);
    m_ui.pipes->addListAction(m_ui.actionDeleteStale);
}

void ListActions::setUpScope()
{
    auto *group = new QActionGroup(this);
    const std::pair<QAction *, Scope> scopes[] = { { m_ui.actionScopePipes, Scope::Pipes },
                                                   { m_ui.actionScopeDotNet, Scope::DotNet },
                                                   { m_ui.actionScopeAll, Scope::All } };
    for (const auto &[action, scope] : scopes) {
        group->addAction(action);
        action->setChecked(m_workers.options().scope == scope);
        connect(action, &QAction::triggered, this, [this, chosen = scope] {
            m_settings.setScope(chosen);
            catalog::ScanOptions options = m_workers.options();
            options.scope = chosen;
            look(options);
        });
    }
    m_ui.actionNamespaces->setChecked(m_workers.options().namespaces);
    m_ui.processes->setNamespaces(m_workers.options().namespaces);
    connect(m_ui.actionNamespaces, &QAction::triggered, this, [this](bool wanted) {
        m_settings.setNamespacesWanted(wanted);
        m_ui.processes->setNamespaces(wanted);
        catalog::ScanOptions options = m_workers.options();
        options.namespaces = wanted;
        look(options);
    });
    m_ui.actionGone->setChecked(m_settings.goneWanted());
    m_ui.pipes->setShowsGone(m_settings.goneWanted());
    connect(m_ui.actionGone, &QAction::triggered, this, [this](bool wanted) {
        m_settings.setGoneWanted(wanted);
        m_ui.pipes->setShowsGone(wanted);
    });
    if (!m_workers.options().directories.empty()) {
        setUsable(
            *m_ui.actionDirectories, tr("The window was started with --dir, so other directories are not listed"), {});
    }
    connect(m_ui.actionDirectories, &QAction::triggered, this, &ListActions::showDirectories);
}

void ListActions::connectActions()
{
    connect(&m_workers, &Workers::repaired, this, &ListActions::showRepairs);
    connect(&m_workers, &Workers::scanned, m_ui.pipes, &PipesPanel::setScanned);
    connect(m_ui.pipes, &PipesPanel::applied, this, &ListActions::adapt);
    connect(m_ui.pipes, &PipesPanel::filtered, this, &ListActions::adapt);
    connect(m_ui.pipes, &PipesPanel::selectionChanged, this, &ListActions::adapt);
    connect(m_ui.actionCopyRows, &QAction::triggered, m_ui.pipes, &PipesPanel::copyRows);
    connect(m_ui.actionDeleteStale, &QAction::triggered, this, &ListActions::deleteChosen);
    connect(m_ui.actionDeleteAllStale, &QAction::triggered, this, [this] { m_deletion->ask(m_ui.pipes->ownStale()); });
    connect(m_deletion, &StaleDeletion::finished, &m_workers, &Workers::refresh);
    connect(m_deletion, &StaleDeletion::finished, this, &ListActions::adapt);
}

/// What was undone of taps that ended without leaving.
void ListActions::showRepairs(const std::vector<exchange::RepairOutcome> &outcomes)
{
    QStringList lines;
    bool isLeft = false;
    for (const exchange::RepairOutcome &outcome : outcomes) {
        const QString name = text::nameOfPath(outcome.path);
        if (outcome.isLeft)
            lines += tr("\"%1\" could not be repaired: %2").arg(name, outcome.reason);
        else if (outcome.action == exchange::RepairAction::Restored)
            lines += tr("\"%1\" leads to its server again: %2").arg(name, outcome.reason);
        else if (outcome.action == exchange::RepairAction::Removed)
            lines += tr("The files that were left of \"%1\" were deleted: %2").arg(name, outcome.reason);
        isLeft = isLeft || outcome.isLeft;
    }
    if (lines.isEmpty())
        return;
    m_ui.pipes->bar()->show(
        isLeft ? MessageBar::Kind::Warning : MessageBar::Kind::Info,
        tr("A tap had ended without leaving.") + u'\n' + lines.join(u'\n'));
}

void ListActions::look(const catalog::ScanOptions &options)
{
    m_workers.setScanOptions(options); // first, because the columns depend on the options
    m_ui.pipes->setScanOptions(options);
}

void ListActions::showDirectories()
{
    auto *dialog = new DirectoriesDialog(m_workers.catalog(), m_workers.options().extra, m_window);
    connect(dialog, &DirectoriesDialog::changed, this, [this](const std::vector<QByteArray> &directories) {
        m_settings.setDirectories(directories);
        catalog::ScanOptions options = m_workers.options();
        options.extra = directories;
        look(options);
    });
    dialog->open();
}

void ListActions::deleteChosen() { m_deletion->ask(deletable(m_ui.pipes->selected())); }

void ListActions::deleteShown()
{
    if (const PipeEntryPtr pipe = m_ui.pipes->current(); pipe && isDeletable(*pipe))
        m_deletion->ask({ pipe });
}

void ListActions::adapt()
{
    const bool hasRow = m_ui.pipes->currentOrGone() != nullptr;
    setUsable(
        *m_ui.actionCopyRows, hasRow ? QString() : tr("Choose a pipe in the list first"),
        tr("Copy the chosen rows, tab-separated"));
    adaptDeleting();
}

void ListActions::adaptDeleting()
{
    const auto chosen = deletable(m_ui.pipes->selected());
    QAction *one = m_ui.actionDeleteStale;
    one->setEnabled(!chosen.empty() && !m_deletion->isBusy());
    one->setText(
        chosen.empty() ? tr("&Delete stale file…")
                       : tr("&Delete %Ln stale file(s)…", nullptr, static_cast<int>(chosen.size())));
    one->setToolTip(
        chosen.empty() ? text::toolTip(whyNotDeletable(m_ui.pipes->current()))
                       : tr("Delete the file whose server has ended (Del in the list)"));
    setWhyNot(*one, chosen.empty() ? whyNotDeletable(m_ui.pipes->current()) : QString());
    const size_t own = m_ui.pipes->ownStale().size();
    QAction *all = m_ui.actionDeleteAllStale;
    all->setEnabled(own > 0 && !m_deletion->isBusy());
    const bool isFiltered = !m_ui.pipes->shown()->filterText().isEmpty();
    all->setText(
        own == 0         ? tr("Delete all my &stale pipes…")
            : isFiltered ? tr("Delete all my &stale pipes, filtered out or not (%1)…").arg(own)
                         : tr("Delete all my &stale pipes (%1)…").arg(own));
    all->setToolTip(
        own == 0 ? tr("You have no stale pipes")
                 : tr("Delete files of yours whose servers have ended, after a confirmation"));
    setWhyNot(*all, own == 0 ? tr("You have no stale pipes") : QString());
}

} // namespace pipeglass::ui
