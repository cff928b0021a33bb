// SPDX-License-Identifier: MIT
#include "processes/processespanel.h"

#include "app/catalogservice.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "models/processes/processfiltermodel.h"
#include "models/processes/processtreemodel.h"
#include "processes/processdelegate.h"
#include "processes/processpoller.h"
#include "text/processtext.h"
#include "ui_processespanel.h"
#include "widgets/characterwidth.h"
#include "widgets/emptytext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMenu>
#include <QScopedValueRollback>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using models::ProcessFact;
using models::ProcessTreeModel;

namespace {

/// A process with more child rows is collapsed at first.
constexpr size_t maxUnfolded = 50;

} // namespace

ProcessesPanel::ProcessesPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::ProcessesPanel>())
    , m_tree(new ProcessTreeModel(this))
    , m_filter(new models::ProcessFilterModel(this))
{
    m_ui->setupUi(this);
    m_filter->setSourceModel(m_tree);
    setUpTree();
    connect(m_ui->processesFilter, &FilterField::left, this, &ProcessesPanel::focusTree);
    connect(m_ui->processesFilter, &QLineEdit::textChanged, this, &ProcessesPanel::filter);
    updateTexts();
    adaptHidden(0);
    connect(m_ui->processesBar, &MessageBar::dismissed, this, &ProcessesPanel::focusTree);
}

ProcessesPanel::~ProcessesPanel() = default;

void ProcessesPanel::setService(CatalogService &service)
{
    m_ui->sheet->setService(service);
    m_look = new ProcessPoller(service, this);
    connect(m_look, &ProcessPoller::seen, this, &ProcessesPanel::apply);
    m_look->setNamespaces(m_namespaces);
    m_look->setActive(isVisible());
}

void ProcessesPanel::setNamespaces(bool wanted)
{
    m_namespaces = wanted;
    if (m_look != nullptr)
        m_look->setNamespaces(wanted);
}

void ProcessesPanel::setUpTree()
{
    QTreeView *tree = m_ui->processesTree;
    tree->setModel(m_filter);
    tree->setItemDelegate(new ProcessDelegate(tree));
    tree->installEventFilter(this);
    tree->viewport()->installEventFilter(this);
    tree->setIndentation(14);
    m_empty = new EmptyText({}, tree);
    setDefaultColumns();
    connect(m_filter, &QAbstractItemModel::rowsInserted, this, [this](const QModelIndex &parent, int first, int last) {
        if (parent.isValid())
            fitExpansion(parent);
        else
            for (int row = first; row <= last; ++row)
                fitExpansion(m_filter->index(row, 0));
    });
    const auto remember = [this](const QModelIndex &index, bool unfolded) {
        if (const auto *process = m_tree->process(source(index)); process != nullptr && !m_isUpdatingRows)
            m_unfolded[process->process.pid] = unfolded;
    };
    connect(tree, &QTreeView::expanded, this, [remember](const QModelIndex &index) { remember(index, true); });
    connect(tree, &QTreeView::collapsed, this, [remember](const QModelIndex &index) { remember(index, false); });
    connect(tree->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ProcessesPanel::onRowSelected);
    connect(tree, &QAbstractItemView::activated, this, &ProcessesPanel::activate);
    connect(tree, &QWidget::customContextMenuRequested, this, &ProcessesPanel::showMenu);
}

void ProcessesPanel::setDefaultColumns()
{
    QHeaderView *header = m_ui->processesTree->header();
    for (int column = 0; column < ProcessTreeModel::ColumnCount; ++column)
        header->moveSection(header->visualIndex(column), column);
    const int unit = characterWidth(fontMetrics());
    header->resizeSection(ProcessTreeModel::Pid, 8 * unit);
    header->resizeSection(ProcessTreeModel::User, 9 * unit);
    m_ui->processesTree->sortByColumn(ProcessTreeModel::Pid, Qt::AscendingOrder);
    fitColumns();
}

void ProcessesPanel::fitColumns()
{
    // Name and details share the remaining width; the last column takes the rest.
    constexpr double nameColumnShare = 0.42;
    QHeaderView *header = m_ui->processesTree->header();
    const int others = header->sectionSize(ProcessTreeModel::Pid) + header->sectionSize(ProcessTreeModel::User);
    const int room = m_ui->processesTree->viewport()->width() - others;
    const int least = characterWidth(fontMetrics()) * 23; // "Diagnostics socket" with its icon
    header->resizeSection(ProcessTreeModel::Name, qMax(least, static_cast<int>(room * nameColumnShare)));
}

void ProcessesPanel::filter(const QString &text)
{
    {
        const QScopedValueRollback updating(m_isUpdatingRows, true);
        m_filter->setFilterText(text);
        for (int row = 0; row < m_filter->rowCount(); ++row)
            fitExpansion(m_filter->index(row, 0));
        chooseAgain();
    }
    updateTexts();
}

void ProcessesPanel::apply(const catalog::DotNetProcesses &found)
{
    {
        const QScopedValueRollback updating(m_isUpdatingRows, true);
        m_tree->apply(found.processes);
        m_hasLooked = true;
        if (m_wanted != 0)
            chooseWanted();
        chooseAgain();
    }
    QHash<pid_t, bool> unfolded;
    for (const catalog::DotNetProcess &one : found.processes) {
        if (const auto known = m_unfolded.constFind(one.process.pid); known != m_unfolded.constEnd())
            unfolded.insert(known.key(), known.value());
    }
    m_unfolded = unfolded;
    adaptSheet();
    updateTexts();
    adaptHidden(found.hidden);
    if (found.problems != m_problems) {
        m_problems = found.problems;
        if (m_problems.empty())
            m_ui->processesBar->dismiss();
        else
            m_ui->processesBar->show(MessageBar::Kind::Warning, errorTexts(m_problems));
    }
}

/// After rows have changed: selects the previous row again if it is visible, else its process.
void ProcessesPanel::chooseWanted()
{
    const qint64 pid = std::exchange(m_wanted, 0);
    const QModelIndex row = m_tree->indexOf(pid);
    if (!row.isValid())
        m_ui->processesBar->show(
            MessageBar::Kind::Info, tr("Process %1 is not among the .NET processes here.").arg(pid));
    else if (!m_filter->mapFromSource(m_chosen = m_chosenProcess = row).isValid())
        m_ui->processesFilter->clear();
}

void ProcessesPanel::chooseAgain()
{
    const bool wasPipe = m_reported != nullptr;
    QItemSelectionModel *selection = m_ui->processesTree->selectionModel();
    if (!m_chosen.isValid())
        m_chosen = m_chosenProcess;
    if (!m_chosen.isValid() && m_hasLooked && m_filter->filterText().isEmpty() && m_filter->rowCount() > 0 && !wasPipe)
        m_chosen = m_chosenProcess = m_filter->mapToSource(m_filter->index(0, 0));
    const QModelIndex now = m_filter->mapFromSource(m_chosen);
    if (now.isValid())
        selection->setCurrentIndex(now, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    else
        selection->clear();
    reportPipe(m_chosen.data(ProcessTreeModel::EntryRole).value<PipeEntryPtr>());
}

void ProcessesPanel::onRowSelected(const QModelIndex &now)
{
    if (m_isUpdatingRows)
        return;
    const QModelIndex row = source(now);
    m_chosen = row;
    m_chosenProcess = row.parent().isValid() ? row.parent() : row;
    adaptSheet();
    m_reported.reset();
    reportPipe(row.data(ProcessTreeModel::EntryRole).value<PipeEntryPtr>());
}

/// The list may have selected another pipe meanwhile.
void ProcessesPanel::reportAgain(const PipeEntryPtr &pipe)
{
    m_reported.reset();
    reportPipe(pipe);
}

void ProcessesPanel::reportPipe(const PipeEntryPtr &pipe)
{
    if (!isVisible())
        return; // the user is selecting elsewhere
    const bool isSame = pipe == m_reported || (pipe && m_reported && *pipe == *m_reported);
    if (isSame)
        return;
    m_reported = pipe;
    Q_EMIT pipeChosen(pipe);
}

void ProcessesPanel::adaptSheet()
{
    m_ui->sheet->setProcess(m_tree->process(m_chosen));
    Q_EMIT processChosen();
}

pid_t ProcessesPanel::chosenPid() const { return m_ui->sheet->pid(); }

void ProcessesPanel::updateTexts()
{
    const int all = m_tree->rowCount();
    const int seen = m_filter->rowCount();
    if (!m_hasLooked)
        m_empty->setText(tr("Searching for .NET processes …"));
    else if (all > 0)
        m_empty->setText(tr("No process matches the filter.\nPress Esc in the filter to clear it."));
    else
        m_empty->setText(tr("No visible .NET processes.\nStart a .NET program to see it here "
                            "with its pipes."));
    const QString total = tr("%Ln process(es)", nullptr, all);
    m_ui->processesCount->setText(!m_hasLooked ? QString() : seen == all ? total : tr("%1 of %2").arg(seen).arg(all));
    m_ui->sheet->setVisible(all > 0 && height() > fontMetrics().height() * 26);
}

void ProcessesPanel::adaptHidden(int processes)
{
    m_ui->processesHidden->setText(text::hiddenProcessesSentence(processes));
    m_ui->processesHidden->setVisible(processes > 0);
}

void ProcessesPanel::fitExpansion(const QModelIndex &process)
{
    const catalog::DotNetProcess *known = m_tree->process(source(process));
    if (known == nullptr)
        return;
    const size_t pipes = known->serves.size() + known->clientOf.size() + known->anonymousPipes.size();
    const bool isReadable = pipes > 0 && pipes <= maxUnfolded;
    const QScopedValueRollback updating(m_isUpdatingRows, true);
    m_ui->processesTree->setExpanded(
        process, !m_filter->filterText().isEmpty() || m_unfolded.value(known->process.pid, isReadable));
}

void ProcessesPanel::unfold(bool all)
{
    for (int row = 0; row < m_filter->rowCount(); ++row)
        m_ui->processesTree->setExpanded(m_filter->index(row, 0), all);
}

QModelIndex ProcessesPanel::source(const QModelIndex &index) const
{
    return m_filter->mapToSource(index.siblingAtColumn(0));
}

void ProcessesPanel::activate(const QModelIndex &index)
{
    const ProcessFact *fact = m_tree->fact(source(index));
    const QModelIndex row = index.siblingAtColumn(0);
    if (fact == nullptr)
        m_ui->processesTree->setExpanded(row, !m_ui->processesTree->isExpanded(row));
    else if (fact->pipe) {
        reportAgain(fact->pipe);
        Q_EMIT pipeActivated();
    }
}

void ProcessesPanel::showMenu(const QPoint &position)
{
    const QModelIndex row = source(m_ui->processesTree->currentIndex());
    const catalog::DotNetProcess *process = m_tree->process(row);
    if (process == nullptr)
        return;
    auto *menu = new QMenu(this);
    menu->setObjectName(QStringLiteral("processMenu"));
    menu->setAttribute(Qt::WA_DeleteOnClose);
    const auto copies = [menu](const QString &words, const QString &text) {
        connect(
            menu->addAction(words), &QAction::triggered, menu, [text] { QGuiApplication::clipboard()->setText(text); });
    };
    const ProcessFact *fact = m_tree->fact(row);
    if (fact != nullptr && fact->pipe) {
        const PipeEntryPtr pipe = fact->pipe;
        reportAgain(pipe); // what these actions work on
        menu->addActions(m_contextActions);
        connect(menu->addAction(tr("&Show in the list of pipes")), &QAction::triggered, this, [this, pipe] {
            Q_EMIT listRequested(pipe);
        });
        menu->addSeparator();
        copies(tr("Copy &name of the pipe"), escapedText(pipe->name()));
        copies(tr("Copy &path of the pipe"), escapedText(pipe->path()));
        if (fact->other)
            copies(tr("Copy pid of the &other end (%1)").arg(fact->other->pid), QString::number(fact->other->pid));
        menu->addSeparator();
    }
    menu->addActions(m_processActions);
    copies(tr("Copy p&id of the process (%1)").arg(process->process.pid), QString::number(process->process.pid));
    copies(tr("Copy na&me of the process"), escapedText(process->process.program));
    menu->addSeparator();
    connect(menu->addAction(tr("&Unfold all")), &QAction::triggered, this, [this] { unfold(true); });
    connect(menu->addAction(tr("&Fold all")), &QAction::triggered, this, [this] { unfold(false); });
    menu->popup(m_ui->processesTree->viewport()->mapToGlobal(position));
}

void ProcessesPanel::copyRow() const
{
    const QModelIndex row = m_ui->processesTree->currentIndex();
    QStringList cells;
    for (int column = 0; row.isValid() && column < ProcessTreeModel::ColumnCount; ++column)
        cells.append(row.siblingAtColumn(column).data().toString());
    QGuiApplication::clipboard()->setText(cells.join(u'\t'));
}

void ProcessesPanel::refresh()
{
    if (m_look != nullptr && isVisible())
        m_look->scanNow();
}

void ProcessesPanel::choose(qint64 pid)
{
    m_wanted = pid;
    refresh();
}

void ProcessesPanel::noteChange()
{
    if (m_look != nullptr)
        m_look->noteChange();
}

void ProcessesPanel::focusTree() { m_ui->processesTree->setFocus(); }

void ProcessesPanel::focusFilter()
{
    m_ui->processesFilter->setFocus();
    m_ui->processesFilter->selectAll();
}

QByteArray ProcessesPanel::saveState() const { return m_ui->processesTree->header()->saveState(); }

void ProcessesPanel::restoreState(const QByteArray &state)
{
    QHeaderView *header = m_ui->processesTree->header();
    if (state.isEmpty() || !header->restoreState(state))
        setDefaultColumns();
    else
        m_filter->sort(header->sortIndicatorSection(), header->sortIndicatorOrder());
}

bool ProcessesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize && watched == m_ui->processesTree->viewport())
        fitColumns();
    if (event->type() == QEvent::Resize)
        updateTexts();
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    auto *press = static_cast<QKeyEvent *>(event);
    if (watched == m_ui->processesTree && press->matches(QKeySequence::Copy)) {
        copyRow();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

void ProcessesPanel::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (m_look != nullptr)
        m_look->setActive(true);
    reportAgain(m_chosen.data(ProcessTreeModel::EntryRole).value<PipeEntryPtr>());
}

void ProcessesPanel::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    if (m_look != nullptr)
        m_look->setActive(false);
}

} // namespace pipeglass::ui
