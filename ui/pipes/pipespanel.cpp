// SPDX-License-Identifier: MIT
#include "pipes/pipespanel.h"

#include "core/bytetext.h"
#include "core/errortext.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/listcolumns.h"
#include "pipes/listrows.h"
#include "pipes/listselection.h"
#include "pipes/listwords.h"
#include "pipes/rowactivity.h"
#include "pipes/statedelegate.h"
#include "start/firstpage.h"
#include "text/isolation.h"
#include "ui_pipespanel.h"
#include "widgets/emptytext.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QTimer>

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using models::PipeListModel;

PipesPanel::PipesPanel(QWidget *parent)
    : QWidget(parent)
    , m_ui(std::make_unique<Ui::PipesPanel>())
    , m_list(new PipeListModel(this))
    , m_filter(new models::PipeFilterModel(this))
    , m_looking(new QTimer(this))
{
    m_ui->setupUi(this);
    m_filter->setSourceModel(m_list);
    // Do not show a message for a short scan.
    m_looking->setSingleShot(true);
    m_looking->setInterval(150);
    connect(m_looking, &QTimer::timeout, this, &PipesPanel::updateTexts);
    setUpList();
    connect(m_ui->filter, &FilterField::left, this, &PipesPanel::focusList);
    connect(m_ui->filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterText(text);
        m_selection->selectAgain();
        updateTexts();
        Q_EMIT filtered();
    });
    for (const MessageBar *bar : { m_ui->problemsBar, m_ui->bar })
        connect(bar, &MessageBar::dismissed, this, &PipesPanel::focusList);
}

PipesPanel::~PipesPanel() = default;

void PipesPanel::setUpList()
{
    QTreeView *list = m_ui->list;
    list->setModel(m_filter);
    m_activity = new RowActivity(list);
    connect(m_activity, &RowActivity::faded, this, &PipesPanel::dropLeaving);
    list->setItemDelegate(new StateDelegate(m_activity, list));
    m_first = new FirstPage(this);
    m_first->hide();
    m_ui->column->addWidget(m_first);
    m_columns = new ListColumns(list);
    m_empty = new EmptyText({}, list);
    updateTexts();
    m_selection = new ListSelection(list, m_list, m_filter);
    connect(m_selection, &ListSelection::currentChanged, this, &PipesPanel::currentChanged);
    connect(m_selection, &ListSelection::goneChosen, this, &PipesPanel::goneChosen);
    connect(m_selection, &ListSelection::selectionChanged, this, &PipesPanel::selectionChanged);
    connect(m_selection, &ListSelection::hiddenByFilter, m_ui->filter, &QLineEdit::clear);
    connect(list, &QAbstractItemView::activated, this, [this] {
        keepChoice();
        if (const PipeEntryPtr entry = current())
            Q_EMIT activated(entry);
    });
    connect(list, &QWidget::customContextMenuRequested, this, &PipesPanel::showMenu);
}

void PipesPanel::apply(
    const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference, bool optionsChanged)
{
    m_selection->beginUpdate();
    m_activity->note(difference, !optionsChanged && !m_isFirst);
    m_isFirst = false;
    m_list->setKeepsLeaving(m_activity->isAnimated());
    m_list->apply(
        snapshot, difference,
        optionsChanged ? PipeListModel::Cause::OptionsChanged : PipeListModel::Cause::PipesChanged);
    m_selection->endUpdate(optionsChanged);
    setScanned();
    if (optionsChanged || !m_columns->hasSeveralDirectories())
        m_columns->setSeveralDirectories(m_list->hasSeveralDirectories());
    showProblems(*snapshot);
    Q_EMIT applied();
}

void PipesPanel::dropLeaving(const std::vector<QByteArray> &paths)
{
    m_selection->beginUpdate();
    m_list->dropLeaving(paths);
    m_selection->endUpdate(false);
    updateTexts();
    Q_EMIT applied();
}

void PipesPanel::setAnimated(bool wanted) { m_activity->setAnimated(wanted); }

void PipesPanel::showProblems(const catalog::Snapshot &snapshot)
{
    if (snapshot.problems == m_problems)
        return;
    m_problems = snapshot.problems;
    if (m_problems.empty())
        m_ui->problemsBar->dismiss();
    else
        m_ui->problemsBar->show(MessageBar::Kind::Warning, errorTexts(m_problems));
}

void PipesPanel::setScanOptions(const catalog::ScanOptions &options)
{
    m_scanOptions = options;
    m_isLooking = true;
    m_looking->start();
    m_columns->adapt(options);
    const catalog::NameFilter filter(options.scope);
    m_list->forgetGoneBut([&](const catalog::PipeEntry &entry) {
        return filter.matches(entry.fileName, entry.directory, entry.kind)
            && (options.namespaces || entry.namespaceLabel.isEmpty());
    });
    m_selection->settle();
    updateTexts();
}

void PipesPanel::setScanned()
{
    m_isLooking = false;
    m_looking->stop();
    updateTexts();
}

void PipesPanel::setShowsGone(bool shows)
{
    m_list->setShowsGone(shows);
    m_selection->settle();
    updateTexts();
}

PipeEntryPtr PipesPanel::current() const { return m_selection->current(); }

PipeEntryPtr PipesPanel::currentOrGone() const { return m_selection->currentOrGone(); }

std::vector<PipeEntryPtr> PipesPanel::selected() const { return m_selection->selected(); }

void PipesPanel::keepChoice()
{
    m_selection->keep();
    Q_EMIT picked();
}

std::vector<PipeEntryPtr> PipesPanel::ownStale() const { return ui::ownStale(*m_list); }

const catalog::PipeHistory &PipesPanel::history() const { return m_list->history(); }

MessageBar *PipesPanel::bar() const { return m_ui->bar; }

bool PipesPanel::select(const QByteArray &path)
{
    const bool isListed = m_selection->select(path);
    if (isListed)
        Q_EMIT picked();
    return isListed;
}

void PipesPanel::selectWhenListed(const QByteArray &path) { m_selection->selectWhenListed(path); }

void PipesPanel::choose(const PipeEntryPtr &entry) { m_selection->choose(entry); }

bool PipesPanel::selectServedBy(const QByteArray &path, qint64 pid)
{
    if (const int row = rowServedBy(*m_list, path, pid); row >= 0) {
        m_selection->selectRow(row);
        return true;
    }
    m_ui->bar->show(MessageBar::Kind::Info, tr("Process %1 no longer serves a pipe with this name.").arg(pid));
    return false;
}

void PipesPanel::reveal(const PipeEntryPtr &entry)
{
    choose(entry);
    if (m_selection->isUnlisted())
        m_ui->bar->show(
            MessageBar::Kind::Info,
            tr("\"%1\" is shown on the right, but is not in the list with the current settings. The button \"Show\" "
               "lists "
               "more: other kinds, other namespaces, other directories.")
                .arg(text::isolated(escapedText(entry->name()))));
}

void PipesPanel::updateTexts()
{
    const int gone = m_list->goneCount();
    const int all = m_list->rowCount() - gone;
    const bool isFiltered = !m_filter->filterText().isEmpty();
    const bool isSlow = m_isLooking && !m_looking->isActive();
    const int shownGone = gone > 0 && isFiltered ? m_filter->goneCount() : gone;
    m_ui->show->setText(scopeLabel(m_scanOptions));
    m_ui->show->setToolTip(scopeSentence(m_scanOptions));
    if (isSlow)
        m_ui->count->setText(tr("Scanning …"));
    else
        m_ui->count->setText(countText(m_scanOptions, m_filter->rowCount() - shownGone, all, shownGone));
    if (m_isLooking)
        m_empty->setText(isSlow ? tr("Looking …") : QString());
    else if (isFiltered && m_list->rowCount() > 0)
        m_empty->setText(tr("No pipe matches the filter.\nPress Esc in the filter to clear it."));
    else
        m_empty->setText(emptyText(m_scanOptions));
    m_first->setSentence(m_isLooking ? tr("Looking …") : emptyText(m_scanOptions));
    showFirstPage(m_list->rowCount() == 0 && (!m_isLooking || m_first->isVisibleTo(this)));
}

void PipesPanel::showFirstPage(bool shows)
{
    if (shows == m_first->isVisibleTo(this))
        return;
    const QWidget *focus = window()->focusWidget();
    const bool moves = focus == m_ui->list || (focus != nullptr && m_first->isAncestorOf(focus));
    m_first->setVisible(shows);
    m_ui->list->setVisible(!shows);
    if (moves)
        focusList();
}

void PipesPanel::setShowMenu(QMenu *menu) { m_ui->show->setMenu(menu); }

void PipesPanel::addListAction(QAction *action)
{
    action->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addAction(action);
}

void PipesPanel::focusList()
{
    if (m_first->isVisibleTo(this))
        m_first->focusFirst();
    else
        m_ui->list->setFocus();
}

void PipesPanel::focusFilter()
{
    m_ui->filter->setFocus();
    m_ui->filter->selectAll();
}

void PipesPanel::copyName() const
{
    if (const PipeEntryPtr entry = currentOrGone())
        QGuiApplication::clipboard()->setText(escapedText(entry->name()));
}

void PipesPanel::copyPath() const
{
    if (const PipeEntryPtr entry = currentOrGone())
        QGuiApplication::clipboard()->setText(escapedText(entry->path()));
}

void PipesPanel::copyRows() const
{
    if (const QString text = selectedRowsText(*m_ui->list); !text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void PipesPanel::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addActions(m_contextActions);
    menu->popup(m_ui->list->viewport()->mapToGlobal(position));
}

QByteArray PipesPanel::saveState() const { return m_columns->saveState(); }

void PipesPanel::restoreState(const QByteArray &state) { m_columns->restoreState(state); }

} // namespace pipeglass::ui
