// SPDX-License-Identifier: MIT
#include "support/testmain.h"
#include "widgets/fixedrowtable.h"

#include <QAbstractButton>
#include <QAccessible>
#include <QHeaderView>
#include <QRandomGenerator>
#include <QScrollBar>
#include <QStyledItemDelegate>

#include <set>

namespace tst_fixedrowtable {

using pipeglass::ui::FixedRowTable;

class Rows : public QAbstractTableModel {
public:
    explicit Rows(int count)
        : m_count(count)
    {
    }

    [[nodiscard]] int rowCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : m_count; }
    [[nodiscard]] int columnCount(const QModelIndex &parent) const override { return parent.isValid() ? 0 : 4; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override
    {
        return role == Qt::DisplayRole ? QVariant(QStringLiteral("%1/%2").arg(index.row()).arg(index.column()))
                                       : QVariant();
    }
    void append(int count)
    {
        beginInsertRows({}, m_count, m_count + count - 1);
        m_count += count;
        endInsertRows();
    }
    void restart(int count)
    {
        beginResetModel();
        m_count = count;
        endResetModel();
    }
    void change(int row) { Q_EMIT dataChanged(index(row, 0), index(row, 3)); }

private:
    int m_count;
};

/// Notes which rows were painted or asked for their size.
class Noting : public QStyledItemDelegate {
public:
    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        painted.insert(index.row());
        QStyledItemDelegate::paint(painter, option, index);
    }
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        measured.insert(index.row());
        return QStyledItemDelegate::sizeHint(option, index);
    }

    mutable std::set<int> painted;
    mutable std::set<int> measured;
};

template <typename Table>
void prepare(Table &table, QAbstractItemModel &model)
{
    constexpr int height = 20;
    table.setModel(&model);
    table.setSelectionMode(QAbstractItemView::ExtendedSelection);
    table.setColumnHidden(1, true);
    table.horizontalHeader()->setSectionsMovable(true);
    table.horizontalHeader()->moveSection(0, 2);
    table.resize(500, table.horizontalHeader()->sizeHint().height() + 10 * height + 2 * table.frameWidth());
    if constexpr (std::is_same_v<Table, FixedRowTable>)
        table.setRowHeights(height);
    else
        table.verticalHeader()->setDefaultSectionSize(height);
    table.show();
}

std::set<int> selectedRows(const QAbstractItemView &table)
{
    std::set<int> rows;
    for (const QModelIndex &index : table.selectionModel()->selectedRows())
        rows.insert(index.row());
    return rows;
}

bool isWholeInside(const QTableView &table, const QModelIndex &index)
{
    const QRect rect = table.visualRect(index);
    return rect.top() >= 0 && rect.bottom() < table.viewport()->height();
}

class TestFixedRowTable : public QObject {
    Q_OBJECT

private Q_SLOTS:
    /// Random keys and clicks have the same effect as in QTableView.
    void behavesAsTableView()
    {
        Rows model(200);
        FixedRowTable ours;
        QTableView theirs;
        prepare(ours, model);
        theirs.setSelectionBehavior(QAbstractItemView::SelectRows);
        theirs.setEditTriggers(QAbstractItemView::NoEditTriggers);
        theirs.setShowGrid(false);
        theirs.setTabKeyNavigation(false);
        theirs.verticalHeader()->hide();
        theirs.setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
        prepare(theirs, model);
        QVERIFY(QTest::qWaitForWindowExposed(&ours) && QTest::qWaitForWindowExposed(&theirs));
        QCOMPARE(ours.viewport()->size(), theirs.viewport()->size());
        ours.setCurrentIndex(model.index(3, 0));
        theirs.setCurrentIndex(model.index(3, 0));
        const Qt::Key keys[] = { Qt::Key_Up, Qt::Key_Down, Qt::Key_Left, Qt::Key_Right, Qt::Key_Space };
        const Qt::KeyboardModifiers modifiers[] = { Qt::NoModifier, Qt::ShiftModifier, Qt::ControlModifier };
        QRandomGenerator random(1);
        for (int i = 0; i < 500; ++i) {
            const Qt::KeyboardModifiers modifier = modifiers[random.bounded(3)];
            const Qt::Key key = keys[random.bounded(5)];
            const QPoint point(random.bounded(200), random.bounded(ours.viewport()->height()));
            const bool isClick = random.bounded(3) == 0;
            for (QTableView *table : std::initializer_list<QTableView *>{ &ours, &theirs }) {
                if (isClick)
                    QTest::mouseClick(table->viewport(), Qt::LeftButton, modifier, point);
                else
                    QTest::keyClick(table, key, modifier);
            }
            QCOMPARE(ours.currentIndex(), theirs.currentIndex());
            QVERIFY(selectedRows(ours) == selectedRows(theirs));
            QCOMPARE(ours.verticalScrollBar()->value(), theirs.verticalScrollBar()->value());
            QCOMPARE(ours.verticalScrollBar()->maximum(), theirs.verticalScrollBar()->maximum());
            QCOMPARE(ours.visualRect(ours.currentIndex()), theirs.visualRect(theirs.currentIndex()));
            QCOMPARE(ours.indexAt(point), theirs.indexAt(point));
        }
    }

    void twentyMillionRows()
    {
        constexpr int count = 20'000'000;
        Rows model(count);
        FixedRowTable table;
        prepare(table, model);
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCOMPARE(table.verticalHeader()->count(), 0);
        QVERIFY(!table.findChild<QAbstractButton *>()->isVisible());
        table.setCurrentIndex(model.index(0, 0));
        QTest::keyClick(&table, Qt::Key_End);
        QCOMPARE(table.currentIndex().row(), count - 1);
        QVERIFY(isWholeInside(table, table.currentIndex()));
        QTest::keyClick(&table, Qt::Key_PageUp);
        QCOMPARE(table.currentIndex().row(), count - 11);
        QTest::keyClick(&table, Qt::Key_PageDown);
        QTest::keyClick(&table, Qt::Key_Home, Qt::ShiftModifier);
        QCOMPARE(table.selectionModel()->selection().size(), 1);
        QCOMPARE(table.selectionModel()->selection().front().height(), count);
        for (const auto hint : { QTableView::EnsureVisible, QTableView::PositionAtTop, QTableView::PositionAtBottom,
                                 QTableView::PositionAtCenter }) {
            table.scrollTo(model.index(12'345'678, 0), hint);
            QVERIFY(isWholeInside(table, model.index(12'345'678, 0)));
            table.scrollToTop();
        }
    }

    void rowsAreAppended()
    {
        Rows model(5);
        FixedRowTable table;
        prepare(table, model);
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        QCOMPARE(table.verticalScrollBar()->maximum(), 0);
        QCOMPARE(table.rowAt(table.viewport()->height() - 1), -1);
        model.append(100);
        QTRY_COMPARE(table.verticalScrollBar()->maximum(), 95);
        QCOMPARE(table.verticalScrollBar()->value(), 0);
        table.scrollToBottom();
        QCOMPARE(table.rowAt(table.viewport()->height() - 1), 104);
        model.restart(0);
        QTRY_COMPARE(table.verticalScrollBar()->maximum(), 0);
        QCOMPARE(table.indexAt({ 1, 1 }), QModelIndex());
        QTest::keyClick(&table, Qt::Key_Down);
    }

    void onlyVisibleRowsCost()
    {
        Rows model(1'000'000);
        FixedRowTable table;
        Noting delegate;
        table.setItemDelegate(&delegate);
        prepare(table, model);
        table.verticalScrollBar()->setValue(500);
        QTRY_VERIFY(delegate.painted.count(505) == 1);
        QVERIFY(delegate.painted.size() < 40);
        delegate.painted.clear();
        model.change(900'000);
        QCoreApplication::processEvents();
        QVERIFY(delegate.painted.empty());
        model.change(503);
        QTRY_VERIFY(delegate.painted.count(503) == 1);
        table.resizeColumnToContents(0);
        QVERIFY(!delegate.measured.empty() && delegate.measured.size() < 40);
        QTest::keyClicks(&table, QStringLiteral("999999")); // looks for nothing
        QCOMPARE(table.verticalScrollBar()->value(), 500);
    }

    void isAccessible()
    {
        Rows model(1'000'000);
        FixedRowTable table;
        prepare(table, model);
        QVERIFY(QTest::qWaitForWindowExposed(&table));
        table.setCurrentIndex(model.index(700'000, 0));
        QAccessibleInterface *interface = QAccessible::queryAccessibleInterface(&table);
        QVERIFY(interface != nullptr && interface->tableInterface() != nullptr);
        QCOMPARE(interface->tableInterface()->rowCount(), 1'000'000);
        QCOMPARE(interface->tableInterface()->selectedRows(), QList<int>{ 700'000 });
        QAccessibleInterface *cell = interface->tableInterface()->cellAt(700'000, 2);
        QVERIFY(cell != nullptr);
        QCOMPARE(cell->text(QAccessible::Name), QStringLiteral("700000/2"));
        const QRect shown = table.visualRect(model.index(700'000, 2));
        QCOMPARE(cell->rect(), shown.translated(table.viewport()->mapToGlobal(QPoint())));
    }
};

QTEST_MAIN(TestFixedRowTable)

} // namespace tst_fixedrowtable

#include "tst_fixedrowtable.moc"
