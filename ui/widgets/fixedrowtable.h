// SPDX-License-Identifier: MIT
#pragma once

#include <QTableView>

namespace pipeglass::ui {

/// A table of many millions of rows of equal height, which are selected as a whole. QTableView keeps 8 bytes for each
/// row in its vertical header, and goes over all of them when rows come; here that header has no sections, and the
/// place of a row is calculated. Scrolls by rows vertically. Rows are only appended, or the model is reset. Without
/// grid, spans, hidden rows and editors.
class FixedRowTable : public QTableView {
    Q_OBJECT

public:
    explicit FixedRowTable(QWidget *parent = nullptr);

    void setRowHeights(int height); ///< of every row
    [[nodiscard]] int rowAt(int y) const; ///< -1: none; hides that of QTableView, which asks the header

    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight, const QList<int> &roles) override;
    void reset() override;
    void keyboardSearch(const QString & /*text*/) override { } ///< would look through all rows

protected:
    void paintEvent(QPaintEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void updateGeometries() override;
    void rowsInserted(const QModelIndex &parent, int first, int last) override;
    void setSelection(const QRect &rect, QItemSelectionModel::SelectionFlags command) override;
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    [[nodiscard]] int verticalOffset() const override;
    [[nodiscard]] bool isIndexHidden(const QModelIndex &index) const override;
    [[nodiscard]] int sizeHintForColumn(int column) const override;
    [[nodiscard]] QRegion visualRegionForSelection(const QItemSelection &selection) const override;

private:
    [[nodiscard]] int rows() const { return model() == nullptr ? 0 : model()->rowCount(); }
    [[nodiscard]] int rowsPerPage() const; ///< that are visible as a whole
    [[nodiscard]] qint64 pixelsAbove() const; ///< the visible part
    [[nodiscard]] int yOf(int row) const;
    [[nodiscard]] QRect rectOf(int firstRow, int lastRow) const; ///< its visible part
    [[nodiscard]] int nextColumn(int column, int step) const;
    QRect placeHeaderAndBars();
    void scrollToColumn(int column, ScrollHint hint);
    void paintRow(QPainter &painter, QStyleOptionViewItem option, int row, const QRect &area) const;

    int m_rowHeight;
    int m_rows = 0; ///< for which the scroll bar was set
    bool m_isUpdating = false;
};

} // namespace pipeglass::ui
