// SPDX-License-Identifier: MIT
#include "pipes/listcolumns.h"

#include "models/pipelistmodel.h"
#include "widgets/characterwidth.h"

#include <QAction>
#include <QDataStream>
#include <QEvent>
#include <QHeaderView>
#include <QIODevice>
#include <QTreeView>

#include <algorithm>

namespace pipeglass::ui {

using models::PipeListModel;

namespace {

constexpr quint32 stateVersion = 1;

/// In characters.
int usualWidth(int column)
{
    switch (column) {
    case PipeListModel::State:
        return 14;
    case PipeListModel::Endpoint:
    case PipeListModel::Namespace:
    case PipeListModel::Created:
        return 19;
    case PipeListModel::Server:
        return 18;
    case PipeListModel::Mode:
        return 5;
    case PipeListModel::Clients:
    case PipeListModel::Waiting:
    case PipeListModel::Backlog:
        return 7;
    case PipeListModel::Unread:
        return 10;
    case PipeListModel::Recreated:
    case PipeListModel::FirstSeen:
        return 10;
    case PipeListModel::Directory:
        return 14;
    default:
        return 8;
    }
}

} // namespace

ListColumns::ListColumns(QTreeView *list)
    : QObject(list)
    , m_list(list)
{
    QHeaderView *header = list->header();
    header->setStretchLastSection(false);
    header->setMinimumSectionSize(40);
    header->setContextMenuPolicy(Qt::ActionsContextMenu);
    for (int column = 0; column < PipeListModel::ColumnCount; ++column) {
        if (column != PipeListModel::Name)
            addToggle(column);
    }
    list->viewport()->installEventFilter(this);
    setDefaults();
}

void ListColumns::addToggle(int column)
{
    auto *toggle = new QAction(m_list->model()->headerData(column, Qt::Horizontal).toString(), this);
    toggle->setCheckable(true);
    connect(toggle, &QAction::triggered, this, [this, column](bool shown) {
        m_decided[column] = shown;
        show();
    });
    m_list->header()->addAction(toggle);
    m_toggles.append(toggle);
}

void ListColumns::setDefaults()
{
    QHeaderView *header = m_list->header();
    m_decided.clear();
    const int unit = characterWidth(m_list->fontMetrics());
    for (int column = 0; column < PipeListModel::ColumnCount; ++column) {
        header->moveSection(header->visualIndex(column), column);
        header->setSectionHidden(column, false); // a hidden section has no width
        header->resizeSection(column, usualWidth(column) * unit + 16);
    }
    m_list->sortByColumn(PipeListModel::Name, Qt::AscendingOrder);
    show();
}

void ListColumns::adapt(const catalog::ScanOptions &options)
{
    m_scope = options.scope;
    m_namespaces = options.namespaces;
    show();
}

void ListColumns::setSeveralDirectories(bool several)
{
    if (several == m_severalDirectories)
        return;
    m_severalDirectories = several;
    show();
}

bool ListColumns::isUseful(int column) const
{
    switch (column) {
    case PipeListModel::Endpoint:
        return m_scope != catalog::Scope::Pipes;
    case PipeListModel::Directory:
        return m_severalDirectories || m_scope == catalog::Scope::All;
    case PipeListModel::Namespace:
        return m_namespaces;
    case PipeListModel::Group:
    case PipeListModel::Backlog:
    case PipeListModel::Recreated:
    case PipeListModel::FirstSeen:
    case PipeListModel::Created:
        return false;
    default:
        return true;
    }
}

void ListColumns::show()
{
    auto toggle = m_toggles.cbegin();
    for (int column = 0; column < PipeListModel::ColumnCount; ++column) {
        const bool shown = column == PipeListModel::Name || m_decided.value(column, isUseful(column));
        m_list->header()->setSectionHidden(column, !shown);
        if (column != PipeListModel::Name)
            (*toggle++)->setChecked(shown);
    }
    fitNames();
}

void ListColumns::fitNames()
{
    // The name column takes the remaining width, with a minimum.
    QHeaderView *header = m_list->header();
    const int others = header->length() - header->sectionSize(PipeListModel::Name);
    const int least = characterWidth(m_list->fontMetrics()) * 18;
    header->resizeSection(PipeListModel::Name, qMax(least, m_list->viewport()->width() - others));
}

QByteArray ListColumns::saveState() const
{
    QByteArray state;
    QDataStream stream(&state, QIODevice::WriteOnly);
    stream << stateVersion << qint32{ PipeListModel::ColumnCount } << m_decided << m_list->header()->saveState();
    return state;
}

void ListColumns::restoreState(const QByteArray &state)
{
    QDataStream stream(state);
    quint32 version = 0;
    qint32 columns = 0;
    QMap<int, bool> decided;
    QByteArray header;
    stream >> version >> columns;
    // A saved state with other columns is not valid.
    if (version == stateVersion && columns == PipeListModel::ColumnCount)
        stream >> decided >> header;
    if (header.isEmpty() || stream.status() != QDataStream::Ok || !m_list->header()->restoreState(header)) {
        setDefaults();
        return;
    }
    m_decided = decided;
    m_list->sortByColumn(m_list->header()->sortIndicatorSection(), m_list->header()->sortIndicatorOrder());
    show();
}

QString selectedRowsText(const QTreeView &list)
{
    QModelIndexList rows = list.selectionModel()->selectedRows(PipeListModel::Name);
    std::sort(rows.begin(), rows.end());
    const QHeaderView *header = list.header();
    QStringList lines;
    for (const QModelIndex &row : std::as_const(rows)) {
        QStringList cells;
        for (int place = 0; place < header->count(); ++place) {
            const int column = header->logicalIndex(place);
            if (!header->isSectionHidden(column))
                cells += row.siblingAtColumn(column).data().toString();
        }
        lines += cells.join(u'\t');
    }
    return lines.join(u'\n');
}

bool ListColumns::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize)
        fitNames();
    return QObject::eventFilter(watched, event);
}

} // namespace pipeglass::ui
