// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/snapshot.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The pipes of the machine, one a row, in the order of their paths. Fed with what catalog::Watcher says; changes come
/// as changes of rows, so that selection and scroll position of a view survive. Text of strangers is escaped; show it
/// as plain text. Window's thread.
class PipeListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column { State, Name, Server, Owner, Group, Mode, Clients, Waiting, Directory, ColumnCount };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< numbers for numbers, text for text
        EntryRole, ///< catalog::PipeEntryPtr, in every column
        FilterRole, ///< all that the filter box looks at, as one text
    };

    explicit PipeListModel(QObject *parent = nullptr);

    /// Takes over `snapshot`. `difference` says how to come there; one that does not fit what is shown (the watcher was
    /// stopped in between) is not trusted, and the rows are compared instead. A file bound anew under its old name
    /// keeps its row.
    void apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference);

    /// Null for a row that is not there.
    [[nodiscard]] catalog::PipeEntryPtr entry(int row) const;
    /// The row of a path, or -1.
    [[nodiscard]] int rowOf(const QByteArray &path) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    struct Row {
        explicit Row(const catalog::PipeEntryPtr &of);
        QString name; ///< escaped; kept because sorting asks for it over and over
        catalog::PipeEntryPtr entry;
    };
    [[nodiscard]] std::vector<Row>::const_iterator lowerBound(const catalog::PipeEntry &entry) const;
    /// The row that has this entry's place in the order (catalog::rowLess), or -1.
    [[nodiscard]] int placeOf(const catalog::PipeEntry &entry) const;
    /// The row of the same socket under the same path, wherever it stands among the rows of that path, or -1.
    [[nodiscard]] int socketRow(const catalog::PipeEntry &entry) const;
    [[nodiscard]] static QVariant sortKey(const Row &row, int column);
    [[nodiscard]] bool holds(const catalog::Snapshot &snapshot) const;
    void reset(const catalog::Snapshot &snapshot);
    void merge(const catalog::SnapshotDiff &difference);
    void remove(const std::vector<catalog::PipeEntryPtr> &entries);
    void change(const catalog::PipeEntryPtr &entry);
    void insert(const std::vector<catalog::PipeEntryPtr> &entries);

    std::vector<Row> m_rows;
    catalog::SnapshotPtr m_snapshot;
};

} // namespace pipeglass::models
