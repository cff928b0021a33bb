// SPDX-License-Identifier: MIT
#include "widgets/fixedrowtable.h"

#include <QAbstractButton>
#include <QHeaderView>
#include <QPaintEvent>
#include <QPainter>
#include <QScopedValueRollback>
#include <QScrollBar>
#include <QStringListModel>

#include <algorithm>

namespace pipeglass::ui {

namespace {

/// Coordinates outside of the window are cut at this distance, so that they can be added.
constexpr qint64 farAway = qint64{ 1 } << 30U;

/// A header without sections, whatever the model of the table is.
class EmptyHeader : public QHeaderView {
public:
    explicit EmptyHeader(QWidget *parent)
        : QHeaderView(Qt::Vertical, parent)
    {
        QHeaderView::setModel(new QStringListModel(this));
    }

    void setModel(QAbstractItemModel * /*model*/) override { }
    void setSelectionModel(QItemSelectionModel * /*selection*/) override { }
};

} // namespace

FixedRowTable::FixedRowTable(QWidget *parent)
    : QTableView(parent)
    , m_rowHeight(fontMetrics().height() + 7)
{
    setVerticalHeader(new EmptyHeader(this));
    verticalHeader()->hide();
    // The corner between the headers, which the base class would place.
    if (auto *corner = findChild<QAbstractButton *>(QString(), Qt::FindDirectChildrenOnly))
        corner->hide();
    setSelectionBehavior(SelectRows);
    setEditTriggers(NoEditTriggers);
    setShowGrid(false);
    setWordWrap(false);
    setTabKeyNavigation(false);
    setVerticalScrollMode(ScrollPerItem);
    setHorizontalScrollMode(ScrollPerPixel);
}

void FixedRowTable::setRowHeights(int height)
{
    m_rowHeight = std::max(1, height);
    scheduleDelayedItemsLayout();
}

int FixedRowTable::rowsPerPage() const { return std::max(1, viewport()->height() / m_rowHeight); }

/// At the end the last row is visible as a whole.
qint64 FixedRowTable::pixelsAbove() const
{
    const QScrollBar *bar = verticalScrollBar();
    if (bar->maximum() > 0 && bar->value() == bar->maximum())
        return std::max<qint64>(0, qint64{ m_rows } * m_rowHeight - viewport()->height());
    return qint64{ bar->value() } * m_rowHeight;
}

int FixedRowTable::verticalOffset() const { return static_cast<int>(std::min(pixelsAbove(), farAway)); }

int FixedRowTable::yOf(int row) const
{
    return static_cast<int>(std::clamp(qint64{ row } * m_rowHeight - pixelsAbove(), -farAway, farAway));
}

int FixedRowTable::rowAt(int y) const
{
    const qint64 place = pixelsAbove() + y;
    const qint64 row = place / m_rowHeight;
    return place >= 0 && row < rows() ? static_cast<int>(row) : -1;
}

QRect FixedRowTable::visualRect(const QModelIndex &index) const
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return {};
    return { columnViewportPosition(index.column()), yOf(index.row()), columnWidth(index.column()), m_rowHeight };
}

QModelIndex FixedRowTable::indexAt(const QPoint &point) const
{
    const int row = rowAt(point.y());
    const int column = columnAt(point.x());
    return row < 0 || column < 0 ? QModelIndex() : model()->index(row, column);
}

bool FixedRowTable::isIndexHidden(const QModelIndex &index) const { return isColumnHidden(index.column()); }

QRect FixedRowTable::rectOf(int firstRow, int lastRow) const
{
    const int top = yOf(firstRow);
    return QRect(0, top, viewport()->width(), yOf(lastRow) + m_rowHeight - top) & viewport()->rect();
}

QRegion FixedRowTable::visualRegionForSelection(const QItemSelection &selection) const
{
    QRegion region;
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid())
            region += rectOf(range.top(), range.bottom());
    }
    return region;
}

/// The base class paints all rows or, since Qt 6.5, those that the vertical header places.
void FixedRowTable::dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles)
{
    const QRect changed = rectOf(topLeft.row(), bottomRight.row());
    if (changed.isEmpty())
        return;
    QTableView::dataChanged(topLeft, bottomRight, roles);
    viewport()->update(changed);
}

void FixedRowTable::rowsInserted(const QModelIndex &parent, int first, int last)
{
    QTableView::rowsInserted(parent, first, last);
    scheduleDelayedItemsLayout();
}

void FixedRowTable::reset()
{
    QTableView::reset();
    scheduleDelayedItemsLayout();
}

void FixedRowTable::updateGeometries()
{
    if (m_isUpdating)
        return;
    const QScopedValueRollback guard(m_isUpdating, true);
    // A scroll bar that appears takes space, which may need the other one.
    constexpr int mostPasses = 3;
    QRect area;
    for (int pass = 0; pass < mostPasses && area != viewport()->geometry(); ++pass)
        area = placeHeaderAndBars();
    QAbstractItemView::updateGeometries();
}

/// Returns the geometry of the viewport that this was done for.
QRect FixedRowTable::placeHeaderAndBars()
{
    QHeaderView *header = horizontalHeader();
    const int height = header->isHidden()
        ? 0
        : qMin(qMax(header->minimumHeight(), header->sizeHint().height()), header->maximumHeight());
    setViewportMargins(0, height, 0, 0);
    m_rows = rows();
    const QRect area = viewport()->geometry();
    header->setGeometry(area.left(), area.top() - height, area.width(), height);
    if (header->isHidden())
        QMetaObject::invokeMethod(header, "updateGeometries");
    // Without scroll bars all may fit.
    const QSize most = maximumViewportSize();
    const bool fits = most.width() >= header->length() && most.height() >= qint64{ m_rows } * m_rowHeight;
    QScrollBar *horizontal = horizontalScrollBar();
    horizontal->setPageStep(area.width());
    horizontal->setSingleStep(qMax(area.width() / 20, 2));
    horizontal->setRange(0, fits ? 0 : qMax(0, header->length() - area.width()));
    QScrollBar *vertical = verticalScrollBar();
    vertical->setPageStep(rowsPerPage());
    vertical->setSingleStep(1);
    vertical->setRange(0, fits ? 0 : qMax(0, m_rows - rowsPerPage()));
    return area;
}

void FixedRowTable::scrollContentsBy(int dx, int dy)
{
    if (dx != 0)
        QTableView::scrollContentsBy(dx, 0);
    if (dy != 0)
        viewport()->update();
}

void FixedRowTable::scrollToColumn(int column, ScrollHint hint)
{
    QScrollBar *bar = horizontalScrollBar();
    const int start = horizontalHeader()->sectionPosition(column);
    const int size = columnWidth(column);
    const int page = viewport()->width();
    if (hint == PositionAtCenter)
        bar->setValue(start - (page - size) / 2);
    else if (start < bar->value() || size > page)
        bar->setValue(start);
    else if (start + size > bar->value() + page)
        bar->setValue(start + size - page);
}

void FixedRowTable::scrollTo(const QModelIndex &index, ScrollHint hint)
{
    if (!index.isValid() || index.model() != model() || isIndexHidden(index))
        return;
    executeDelayedItemsLayout();
    scrollToColumn(index.column(), hint);
    QScrollBar *bar = verticalScrollBar();
    const int y = yOf(index.row());
    const bool isAbove = y < 0;
    const bool isBelow = y + m_rowHeight > viewport()->height();
    if (hint == PositionAtCenter)
        bar->setValue(index.row() - (rowsPerPage() - 1) / 2);
    else if (hint == PositionAtTop || (hint == EnsureVisible && isAbove))
        bar->setValue(index.row());
    else if (hint == PositionAtBottom || (hint == EnsureVisible && isBelow))
        bar->setValue(index.row() - rowsPerPage() + 1);
    viewport()->update(rectOf(index.row(), index.row()));
}

/// Of whole rows, in either direction.
void FixedRowTable::setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command)
{
    const auto near = [this](int y) {
        return static_cast<int>(std::clamp<qint64>((pixelsAbove() + y) / m_rowHeight, 0, rows() - 1));
    };
    if (rows() == 0 || selectionModel() == nullptr)
        return;
    const auto [first, last] = std::minmax({ near(rect.top()), near(rect.bottom()) });
    const QItemSelection range(model()->index(first, 0), model()->index(last, model()->columnCount() - 1));
    selectionModel()->select(range, command);
}

/// The column that is shown beside another one.
int FixedRowTable::nextColumn(int column, int step) const
{
    const QHeaderView *header = horizontalHeader();
    for (int place = header->visualIndex(column) + step; place >= 0 && place < header->count(); place += step) {
        if (const int next = header->logicalIndex(place); !header->isSectionHidden(next))
            return next;
    }
    return column;
}

/// Home and End lead to the first and last row, because rows are chosen as a whole.
QModelIndex FixedRowTable::moveCursor(CursorAction action, Qt::KeyboardModifiers /*modifiers*/)
{
    const int last = rows() - 1;
    const QModelIndex current = currentIndex();
    if (last < 0)
        return {};
    if (!current.isValid()) {
        const int first = horizontalHeader()->logicalIndex(0);
        return model()->index(action == MoveEnd ? last : 0, isColumnHidden(first) ? nextColumn(first, 1) : first);
    }
    int column = current.column();
    qint64 row = current.row();
    const int right = isRightToLeft() ? -1 : 1;
    switch (action) {
    case MoveUp:
        --row;
        break;
    case MoveDown:
        ++row;
        break;
    case MovePageUp:
        row -= rowsPerPage();
        break;
    case MovePageDown:
        row += rowsPerPage();
        break;
    case MoveHome:
        row = 0;
        break;
    case MoveEnd:
        row = last;
        break;
    case MoveLeft:
        column = nextColumn(column, -right);
        break;
    case MoveRight:
        column = nextColumn(column, right);
        break;
    case MovePrevious:
        column = nextColumn(column, -1);
        break;
    case MoveNext:
        column = nextColumn(column, 1);
        break;
    }
    return model()->index(static_cast<int>(std::clamp<qint64>(row, 0, last)), column);
}

/// What the visible rows need.
int FixedRowTable::sizeHintForColumn(int column) const
{
    if (rows() == 0)
        return -1;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = std::max(0, rowAt(0));
    const int last = std::min(rows() - 1, first + rowsPerPage());
    int width = 0;
    for (int row = first; row <= last; ++row) {
        const QModelIndex index = model()->index(row, column);
        width = std::max(width, itemDelegateForIndex(index)->sizeHint(option, index).width());
    }
    return width;
}

void FixedRowTable::paintEvent(QPaintEvent *event)
{
    QPainter painter(viewport());
    const QRect area = event->rect();
    if (rows() == 0 || horizontalHeader()->count() == 0)
        return;
    QStyleOptionViewItem option;
    initViewItemOption(&option);
    const int first = std::max(0, rowAt(area.top()));
    for (int row = first; row < rows() && yOf(row) <= area.bottom(); ++row)
        paintRow(painter, option, row, area);
}

void FixedRowTable::paintRow(QPainter &painter, QStyleOptionViewItem option, int row, const QRect &area) const
{
    const QHeaderView *header = horizontalHeader();
    const bool isSelected = selectionModel() != nullptr && selectionModel()->isSelected(model()->index(row, 0));
    const QModelIndex current = hasFocus() || viewport()->hasFocus() ? currentIndex() : QModelIndex();
    const QStyle::State state = option.state | (isSelected ? QStyle::State_Selected : QStyle::State_None);
    option.features.setFlag(QStyleOptionViewItem::Alternate, alternatingRowColors() && row % 2 != 0);
    for (int column = 0; column < header->count(); ++column) {
        const QModelIndex index = model()->index(row, column);
        option.rect = visualRect(index);
        if (!option.rect.intersects(area))
            continue;
        option.state = state | (index == current ? QStyle::State_HasFocus : QStyle::State_None);
        style()->drawPrimitive(QStyle::PE_PanelItemViewRow, &option, &painter, this);
        itemDelegateForIndex(index)->paint(&painter, option, index);
    }
}

} // namespace pipeglass::ui
