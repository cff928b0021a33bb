// SPDX-License-Identifier: MIT
#include "pipes/listselection.h"

#include "models/pipefiltermodel.h"
#include "models/pipelistmodel.h"
#include "pipes/listrows.h"

#include <QResizeEvent>
#include <QScrollBar>
#include <QTreeView>

#include <algorithm>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using models::PipeListModel;

ListSelection::ListSelection(QTreeView *list, PipeListModel *model, models::PipeFilterModel *filter)
    : QObject(list)
    , m_list(list)
    , m_model(model)
    , m_filter(filter)
{
    connect(list->selectionModel(), &QItemSelectionModel::currentRowChanged, this, &ListSelection::currentRowChanged);
    connect(list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        if (!m_updating)
            reportSelection();
    });
    connect(list, &QAbstractItemView::pressed, this, &ListSelection::keep);
    list->viewport()->installEventFilter(this);
}

void ListSelection::currentRowChanged(const QModelIndex &now)
{
    if (const auto entry = now.data(PipeListModel::EntryRole).value<PipeEntryPtr>()) {
        m_chosen = entry->path();
        m_unlisted.reset();
        m_isByPerson = m_isByPerson || !m_updating;
    }
    if (!m_updating)
        reportCurrent();
}

void ListSelection::beginUpdate()
{
    m_updating = true;
    m_before = m_chosen;
    m_wasInSight = isCurrentInSight();
}

void ListSelection::endUpdate(bool optionsChanged)
{
    // The view selects a neighbour when the current row is removed; the user did not choose it.
    m_chosen = m_before;
    if (m_unlisted)
        select(m_before);
    const PipeEntryPtr now = current();
    if (!now || now->path() != m_before) {
        if (!select(m_before) && now) {
            m_list->selectionModel()->clear();
            m_chosen = m_before;
        }
    }
    if (optionsChanged && !currentOrGone())
        m_chosen.clear(); // it was not removed, so do not wait for it
    if (!m_isByPerson && !current())
        m_chosen.clear();
    if (m_chosen.isEmpty())
        chooseFirst();
    if (!m_awaited.isEmpty())
        selectWhenListed(m_awaited);
    if (m_wasInSight || optionsChanged)
        showCurrent();
    m_updating = false;
    reportCurrent();
    reportSelection();
}

void ListSelection::chooseFirst()
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

/// If the current row is hidden, the view makes a neighbour current without selecting it.
void ListSelection::settle()
{
    const QModelIndex now = m_list->currentIndex();
    if (now.isValid() && !m_list->selectionModel()->isRowSelected(now.row(), now.parent()))
        setCurrent(now);
    showCurrent();
}

PipeEntryPtr ListSelection::current() const
{
    return m_list->currentIndex().data(PipeListModel::GoneRole).toBool() ? PipeEntryPtr() : currentOrGone();
}

PipeEntryPtr ListSelection::currentOrGone() const
{
    return m_unlisted ? m_unlisted : m_list->currentIndex().data(PipeListModel::EntryRole).value<PipeEntryPtr>();
}

std::vector<PipeEntryPtr> ListSelection::selected() const
{
    QModelIndexList rows = m_list->selectionModel()->selectedRows(PipeListModel::Name);
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

bool ListSelection::select(const QByteArray &path)
{
    const int row = m_model->rowOf(path);
    if (row < 0)
        return false;
    const QModelIndex index = m_filter->mapFromSource(m_model->index(row, PipeListModel::Name));
    if (!index.isValid())
        return false;
    setCurrent(index);
    m_isByPerson = m_isByPerson || !m_updating;
    return true;
}

void ListSelection::selectAgain()
{
    if (!current())
        select(m_chosen);
    settle();
}

/// The view's own function selects nothing while Ctrl is pressed.
void ListSelection::setCurrent(const QModelIndex &index)
{
    m_list->selectionModel()->setCurrentIndex(index, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

void ListSelection::selectRow(int row)
{
    const QModelIndex listed = m_model->index(row, PipeListModel::Name);
    if (!m_filter->mapFromSource(listed).isValid())
        Q_EMIT hiddenByFilter();
    setCurrent(m_filter->mapFromSource(listed));
}

void ListSelection::choose(const PipeEntryPtr &entry)
{
    if (const int row = entry ? rowOf(*m_model, *entry) : -1; row >= 0) {
        selectRow(row);
        return;
    }
    m_unlisted = entry;
    if (entry) {
        m_chosen = entry->path();
        m_isByPerson = true;
        m_list->selectionModel()->clear();
    }
    reportCurrent();
    reportSelection();
}

void ListSelection::selectWhenListed(const QByteArray &path)
{
    const bool isThere = select(path) && current();
    m_awaited = isThere ? QByteArray() : path;
    m_isByPerson = m_isByPerson || isThere;
}

bool ListSelection::isCurrentInSight() const
{
    return m_list->visualRect(m_list->currentIndex()).intersects(m_list->viewport()->rect());
}

/// Without horizontal scrolling.
void ListSelection::showCurrent()
{
    const int left = m_list->horizontalScrollBar()->value();
    m_list->scrollTo(m_list->currentIndex());
    m_list->horizontalScrollBar()->setValue(left);
}

bool ListSelection::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize) {
        const QRect before({}, static_cast<QResizeEvent *>(event)->oldSize());
        if (m_list->visualRect(m_list->currentIndex()).intersects(before))
            QMetaObject::invokeMethod(this, &ListSelection::showCurrent, Qt::QueuedConnection);
    }
    return QObject::eventFilter(watched, event);
}

void ListSelection::reportCurrent()
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

void ListSelection::reportSelection()
{
    std::vector<PipeEntryPtr> entries = selected();
    if (entries == m_reportedSelection)
        return;
    m_reportedSelection = std::move(entries);
    Q_EMIT selectionChanged(m_reportedSelection);
}

} // namespace pipeglass::ui
