// SPDX-License-Identifier: MIT
#include "overview/connectiontable.h"

#include "models/pipeconnectionsmodel.h"
#include "widgets/characterwidth.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QScrollBar>
#include <QSortFilterProxyModel>
#include <QStyledItemDelegate>

#include <algorithm>

namespace pipeglass::ui {

using models::PipeConnectionsModel;

namespace {

constexpr int maxVisibleRows = 8;

class RoomyRows : public QStyledItemDelegate {
public:
    using QStyledItemDelegate::QStyledItemDelegate;

    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        return QStyledItemDelegate::sizeHint(option, index) + QSize(4, 4);
    }
};

} // namespace

ConnectionTable::ConnectionTable(QWidget *parent)
    : QTreeView(parent)
    , m_connections(new PipeConnectionsModel(this))
{
    auto *sorted = new QSortFilterProxyModel(this);
    sorted->setSourceModel(m_connections);
    sorted->setSortRole(PipeConnectionsModel::SortRole);
    sorted->setSortCaseSensitivity(Qt::CaseInsensitive);
    setModel(sorted);
    setItemDelegate(new RoomyRows(this));
    setAccessibleName(tr("Connections"));
    setRootIsDecorated(false);
    setUniformRowHeights(true);
    setAllColumnsShowFocus(true);
    setAlternatingRowColors(true);
    setSelectionMode(ExtendedSelection);
    setTabKeyNavigation(false);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setHorizontalScrollMode(ScrollPerPixel);
    setSortingEnabled(true);
    sortByColumn(-1, Qt::AscendingOrder); // order of arrival by default
    header()->setStretchLastSection(true);
    header()->setSectionsMovable(false);
    header()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    header()->setMinimumSectionSize(characterWidth(fontMetrics()) * 5);
    setContextMenuPolicy(Qt::ActionsContextMenu);
    auto *copyAction = new QAction(tr("&Copy"), this);
    copyAction->setShortcut(QKeySequence::Copy);
    copyAction->setShortcutContext(Qt::WidgetShortcut);
    connect(copyAction, &QAction::triggered, this, &ConnectionTable::copy);
    auto *allAction = new QAction(tr("Select &all"), this);
    connect(allAction, &QAction::triggered, this, &QAbstractItemView::selectAll);
    addActions({ copyAction, allAction });
    fitHeight();
}

void ConnectionTable::setConnections(const std::vector<catalog::Connection> &connections)
{
    const bool wasEmpty = m_connections->rowCount() == 0;
    m_connections->apply(connections);
    // Show the server column only if servers differ.
    const catalog::Connection *first = nullptr;
    bool differ = false;
    for (const catalog::Connection &connection : connections) {
        if (connection.isWaiting)
            continue;
        if (first == nullptr)
            first = &connection;
        differ = differ || connection.server != first->server;
    }
    setColumnHidden(PipeConnectionsModel::Server, !differ);
    if (wasEmpty && !connections.empty())
        fitColumns();
    fitHeight();
}

void ConnectionTable::fitColumns()
{
    // The last column takes the remaining width.
    const int unit = characterWidth(fontMetrics());
    const int last =
        isColumnHidden(PipeConnectionsModel::Server) ? PipeConnectionsModel::State : PipeConnectionsModel::Server;
    for (int column = 0; column < last; ++column) {
        resizeColumnToContents(column);
        setColumnWidth(column, qBound(unit * 7, columnWidth(column), unit * 24));
    }
    setColumnWidth(last, sizeHintForColumn(last));
}

void ConnectionTable::fitHeight()
{
    const int rows = qBound(1, m_connections->rowCount(), maxVisibleRows);
    const int rowHeight = m_connections->rowCount() > 0 ? sizeHintForRow(0) : fontMetrics().height() + 4;
    const bool scrolls = header()->length() > width() - 2 * frameWidth();
    const int bar = scrolls ? horizontalScrollBar()->sizeHint().height() : 0;
    setFixedHeight(header()->sizeHint().height() + rows * rowHeight + bar + 2 * frameWidth());
}

void ConnectionTable::resizeEvent(QResizeEvent *event)
{
    QTreeView::resizeEvent(event);
    fitHeight();
}

QSize ConnectionTable::minimumSizeHint() const { return { characterWidth(fontMetrics()) * 20, height() }; }

QString ConnectionTable::selectedText() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    if (rows.isEmpty())
        return {};
    std::sort(rows.begin(), rows.end());
    QStringList lines;
    const auto addLine = [&](const auto &cellOf) {
        QStringList cells;
        for (int column = 0; column < PipeConnectionsModel::ColumnCount; ++column) {
            if (!isColumnHidden(column))
                cells.append(cellOf(column));
        }
        lines.append(cells.join(u'\t'));
    };
    addLine([this](int column) { return model()->headerData(column, Qt::Horizontal).toString().replace(u'\n', u' '); });
    for (const QModelIndex &row : rows)
        addLine([&row](int column) { return row.siblingAtColumn(column).data().toString(); });
    return lines.join(u'\n');
}

void ConnectionTable::copy() const
{
    const QString text = selectedText();
    if (!text.isEmpty())
        QGuiApplication::clipboard()->setText(text);
}

void ConnectionTable::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy)) {
        copy();
        event->accept();
        return;
    }
    QTreeView::keyPressEvent(event);
}

void ConnectionTable::changeEvent(QEvent *event)
{
    QTreeView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        fitHeight();
}

} // namespace pipeglass::ui
