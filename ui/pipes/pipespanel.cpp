// SPDX-License-Identifier: MIT
#include "pipes/pipespanel.h"

#include "core/bytetext.h"
#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/listcolumns.h"
#include "pipes/listrows.h"
#include "pipes/listwords.h"
#include "pipes/statedelegate.h"
#include "ui_pipespanel.h"
#include "widgets/emptytext.h"
#include "widgets/svgicon.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
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
    // A look that is over at once is not worth a word that comes and goes.
    m_looking->setSingleShot(true);
    m_looking->setInterval(150);
    connect(m_looking, &QTimer::timeout, this, &PipesPanel::adaptWords);
    setUpList();
    m_ui->filter->addAction(svgIcon(QStringLiteral("find")), QLineEdit::LeadingPosition);
    m_ui->filter->installEventFilter(this);
    connect(m_ui->filter, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_filter->setFilterText(text);
        if (!current())
            select(m_chosen);
        settle();
        m_ui->list->scrollTo(m_ui->list->currentIndex());
        adaptWords();
        Q_EMIT filtered();
    });
    for (const MessageBar *bar : { m_ui->problemsBar, m_ui->bar })
        connect(bar, &MessageBar::dismissed, m_ui->list, qOverload<>(&QWidget::setFocus));
}

PipesPanel::~PipesPanel() = default;

void PipesPanel::setUpList()
{
    QTreeView *list = m_ui->list;
    list->setModel(m_filter);
    list->setItemDelegate(new StateDelegate(list));
    m_columns = new ListColumns(list);
    m_empty = new EmptyText({}, list);
    adaptWords();
    connect(list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, [this](const QModelIndex &now) {
        if (const auto entry = now.data(PipeListModel::EntryRole).value<PipeEntryPtr>()) {
            m_chosen = entry->path();
            m_unlisted.reset();
            m_isByPerson = m_isByPerson || !m_applying;
        }
        if (!m_applying)
            reportCurrent();
    });
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_applying)
            reportSelection();
    });
    connect(list, &QAbstractItemView::pressed, this, &PipesPanel::keepChoice);
    connect(list, &QAbstractItemView::activated, this, [this] {
        keepChoice();
        if (const PipeEntryPtr entry = current())
            Q_EMIT activated(entry);
    });
    connect(list, &QWidget::customContextMenuRequested, this, &PipesPanel::showMenu);
}

void PipesPanel::apply(
    const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference, bool lookedElsewhere)
{
    // A view moves on to the neighbour when its current row goes; the person did not choose that one.
    const QByteArray chosen = m_chosen;
    m_applying = true;
    m_list->apply(
        snapshot, difference, lookedElsewhere ? PipeListModel::Cause::LookedElsewhere : PipeListModel::Cause::Happened);
    m_chosen = chosen;
    if (m_unlisted)
        select(chosen);
    const PipeEntryPtr now = current();
    if (!now || now->path() != chosen) {
        if (!select(chosen) && now) {
            m_ui->list->selectionModel()->clear();
            m_chosen = chosen;
        }
    }
    if (lookedElsewhere && !currentOrGone())
        m_chosen.clear(); // it has not gone, so nobody waits for it to be back
    if (!m_isByPerson && !current())
        m_chosen.clear();
    if (m_chosen.isEmpty())
        chooseFirst();
    if (!m_awaited.isEmpty())
        selectWhenListed(m_awaited);
    m_applying = false;
    setLooked();
    if (!m_columns->hasSeveralDirectories() && m_list->hasSeveralDirectories())
        m_columns->setSeveralDirectories();
    reportCurrent();
    reportSelection();
    showProblems(*snapshot);
    Q_EMIT applied();
}

void PipesPanel::chooseFirst()
{
    for (int row = 0; row < m_filter->rowCount(); ++row) {
        const QModelIndex index = m_filter->index(row, PipeListModel::Name);
        if (index.data(PipeListModel::GoneRole).toBool())
            continue;
        m_isByPerson = false;
        setCurrent(index);
        return;
    }
}

void PipesPanel::showProblems(const catalog::Snapshot &snapshot)
{
    const QStringList problems(snapshot.problems.begin(), snapshot.problems.end());
    if (problems == m_problems)
        return;
    m_problems = problems;
    if (problems.isEmpty())
        m_ui->problemsBar->dismiss();
    else
        m_ui->problemsBar->show(MessageBar::Kind::Warning, problems.join(u'\n'));
}

void PipesPanel::setPlaces(const catalog::ScanOptions &options)
{
    m_places = options;
    m_isLooking = true;
    m_looking->start();
    m_columns->adapt(options);
    const catalog::NameFilter filter(options.scope);
    m_list->forgetGoneBut([&](const catalog::PipeEntry &entry) {
        return filter.matches(entry.fileName, entry.directory, entry.kind)
            && (options.namespaces || entry.namespaceLabel.isEmpty());
    });
    settle();
    adaptWords();
}

void PipesPanel::setLooked()
{
    m_isLooking = false;
    m_looking->stop();
    adaptWords();
}

void PipesPanel::setShowsGone(bool shows)
{
    m_list->setShowsGone(shows);
    settle();
    adaptWords();
}

/// Where the current row is hidden, a view makes a neighbour current, but chooses nothing.
void PipesPanel::settle()
{
    const QModelIndex now = m_ui->list->currentIndex();
    if (now.isValid() && !m_ui->list->selectionModel()->isRowSelected(now.row(), now.parent()))
        setCurrent(now);
}

PipeEntryPtr PipesPanel::current() const
{
    return m_ui->list->currentIndex().data(PipeListModel::GoneRole).toBool() ? PipeEntryPtr() : currentOrGone();
}

PipeEntryPtr PipesPanel::currentOrGone() const
{
    return m_unlisted ? m_unlisted : m_ui->list->currentIndex().data(PipeListModel::EntryRole).value<PipeEntryPtr>();
}

std::vector<PipeEntryPtr> PipesPanel::selected() const
{
    QModelIndexList rows = m_ui->list->selectionModel()->selectedRows(PipeListModel::Name);
    std::sort(rows.begin(), rows.end());
    std::vector<PipeEntryPtr> entries;
    if (m_unlisted)
        entries.push_back(m_unlisted);
    for (const QModelIndex &row : rows) {
        auto entry = row.data(PipeListModel::EntryRole).value<PipeEntryPtr>();
        if (entry && !row.data(PipeListModel::GoneRole).toBool())
            entries.push_back(std::move(entry));
    }
    return entries;
}

std::vector<PipeEntryPtr> PipesPanel::ownStale() const { return ui::ownStale(*m_list); }

const catalog::PipeHistory &PipesPanel::history() const { return m_list->history(); }

MessageBar *PipesPanel::bar() const { return m_ui->bar; }

bool PipesPanel::select(const QByteArray &path)
{
    const int row = m_list->rowOf(path);
    if (row < 0)
        return false;
    const QModelIndex index = m_filter->mapFromSource(m_list->index(row, PipeListModel::Name));
    if (!index.isValid())
        return false;
    setCurrent(index);
    m_isByPerson = m_isByPerson || !m_applying;
    return true;
}

bool PipesPanel::selectServedBy(const QByteArray &path, qint64 pid)
{
    if (const int row = rowServedBy(*m_list, path, pid); row >= 0) {
        makeCurrent(row);
        return true;
    }
    m_ui->bar->show(
        MessageBar::Kind::Info, tr("Process %1 has no pipe at this name any more, as far as can be seen.").arg(pid));
    return false;
}

/// The view's own function would choose nothing while somebody holds Ctrl down.
void PipesPanel::setCurrent(const QModelIndex &index)
{
    m_ui->list->selectionModel()->setCurrentIndex(
        index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void PipesPanel::makeCurrent(int row)
{
    const QModelIndex listed = m_list->index(row, PipeListModel::Name);
    if (!m_filter->mapFromSource(listed).isValid())
        m_ui->filter->clear();
    setCurrent(m_filter->mapFromSource(listed));
}

void PipesPanel::reveal(const PipeEntryPtr &entry)
{
    choose(entry);
    if (m_unlisted)
        m_ui->bar->show(
            MessageBar::Kind::Info,
            tr("\"%1\" is shown at the right, but the list as it is set now does not hold it. The button \"Show\" "
               "lists "
               "more: other kinds, other namespaces, other directories.")
                .arg(escapedText(entry->name())));
}

void PipesPanel::choose(const PipeEntryPtr &entry)
{
    if (const int row = entry ? rowOf(*m_list, *entry) : -1; row >= 0) {
        makeCurrent(row);
        return;
    }
    m_unlisted = entry;
    if (entry) {
        m_chosen = entry->path();
        m_isByPerson = true;
        m_ui->list->selectionModel()->clear();
    }
    reportCurrent();
    reportSelection();
}

void PipesPanel::selectWhenListed(const QByteArray &path)
{
    const bool isThere = select(path) && current();
    m_awaited = isThere ? QByteArray() : path;
    m_isByPerson = m_isByPerson || isThere;
}

void PipesPanel::reportCurrent()
{
    const PipeEntryPtr entry = current();
    const PipeEntryPtr gone = entry ? PipeEntryPtr() : currentOrGone();
    if (entry == m_reported && gone == m_reportedGone)
        return;
    m_reported = entry;
    m_reportedGone = gone;
    Q_EMIT currentChanged(entry);
    if (gone)
        Q_EMIT goneChosen(gone);
}

void PipesPanel::reportSelection()
{
    std::vector<PipeEntryPtr> entries = selected();
    if (entries == m_reportedSelection)
        return;
    m_reportedSelection = std::move(entries);
    Q_EMIT selectionChanged(m_reportedSelection);
}

void PipesPanel::adaptWords()
{
    const int gone = m_list->goneCount();
    const int all = m_list->rowCount() - gone;
    const bool isFiltered = !m_filter->filterText().isEmpty();
    const bool isSlow = m_isLooking && !m_looking->isActive();
    const int shownGone = gone > 0 && isFiltered ? m_filter->goneCount() : gone;
    m_ui->show->setText(scopeLabel(m_places));
    m_ui->show->setToolTip(scopeSentence(m_places));
    if (isSlow)
        m_ui->count->setText(tr("Looking …"));
    else
        m_ui->count->setText(countText(m_places, m_filter->rowCount() - shownGone, all, shownGone));
    if (m_isLooking)
        m_empty->setText(isSlow ? tr("Looking …") : QString());
    else if (isFiltered && m_list->rowCount() > 0)
        m_empty->setText(tr("Nothing here fits the filter.\nEsc in the filter clears it."));
    else
        m_empty->setText(emptyText(m_places));
}

void PipesPanel::setShowMenu(QMenu *menu) { m_ui->show->setMenu(menu); }

void PipesPanel::addListAction(QAction *action)
{
    action->setShortcutContext(Qt::WidgetShortcut);
    m_ui->list->addAction(action);
}

void PipesPanel::focusList() { m_ui->list->setFocus(); }

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

bool PipesPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_ui->filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape)
            m_ui->filter->clear();
        if (key == Qt::Key_Escape || key == Qt::Key_Down || key == Qt::Key_Return || key == Qt::Key_Enter) {
            focusList();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace pipeglass::ui
