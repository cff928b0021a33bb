// SPDX-License-Identifier: MIT
#pragma once

#include "compare/comparison.h"

#include <QAbstractTableModel>

namespace pipeglass::ui {

/// Two messages side by side, row by row: the lines of texts, the values of JSON, or bytes. Texts are safe to show as
/// plain text. Cells are made when they are asked for.
class CompareModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum class Kind { Lines, Values, Bytes };
    enum Role {
        ChangeRole = Qt::UserRole, ///< int: a compare::Change
        IsLeftRole, ///< bool: the cell is of the left message; not set: of both
        PartRole, ///< QSize: the changed characters of a text, from width() to height()
    };
    /// The first column of every kind: what the row is, in one character.
    static constexpr int markColumn = 0;

    CompareModel(ComparisonPtr comparison, Kind kind, QObject *parent = nullptr);

    [[nodiscard]] compare::Change change(int row) const;
    [[nodiscard]] int differences() const { return m_differences; } ///< groups of rows that differ
    /// The first row of the next or previous group after or before that row; -1: none.
    [[nodiscard]] int nextDifference(int row) const;
    [[nodiscard]] int previousDifference(int row) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    [[nodiscard]] const compare::Rows &rows() const;
    [[nodiscard]] QString markText(int row) const;
    [[nodiscard]] QString lineText(int row, int column) const;
    [[nodiscard]] QString byteText(int row, int column) const;
    [[nodiscard]] QString valueText(int row, int column) const;
    [[nodiscard]] QVariant sideOf(int column) const;
    [[nodiscard]] QVariant changedPart(int row, int column) const;

    ComparisonPtr m_comparison;
    Kind m_kind;
    int m_rows = 0;
    int m_differences = 0;
};

} // namespace pipeglass::ui
