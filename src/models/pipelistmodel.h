// SPDX-License-Identifier: MIT
#pragma once

#include "models/gonepipes.h"
#include "models/piperow.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The pipes of the machine, one per row, ordered by path; optionally removed ones too. Updated by catalog::Watcher's
/// signals row by row, so views keep selection and scroll position. Keeps the history of each path. Names are escaped;
/// show them as plain text. Window's thread.
class PipeListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        State,
        Name,
        Endpoint, ///< title of the recognized endpoint
        Namespace,
        Directory,
        Server,
        Owner,
        Group,
        Mode,
        Clients,
        Waiting,
        Unread, ///< in bytes, both directions; only if the scan includes it
        Recreated, ///< how often its name was created again
        FirstSeen,
        Created,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< numbers for numbers, text for text
        EntryRole, ///< catalog::PipeEntryPtr, in every column; of a removed pipe its last one
        FilterRole, ///< all searchable text
        GoneRole, ///< whether it was removed
    };
    /// The reason for a difference.
    enum class Cause {
        PipesChanged,
        OptionsChanged, ///< the scan's options changed: missing pipes may still exist
    };

    explicit PipeListModel(QObject *parent = nullptr);

    /// Updates the rows to `snapshot`. If `difference` does not start at the shown snapshot (the watcher was stopped in
    /// between), the rows are compared instead. A path that was bound again keeps its row.
    void apply(
        const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference,
        Cause cause = Cause::PipesChanged);

    /// Whether removed pipes are shown with their last state. Off by default.
    void setShowsGone(bool shows);
    [[nodiscard]] bool showsGone() const { return m_showsGone; }
    /// Forgets removed pipes except those that `fits`.
    void forgetGoneBut(const std::function<bool(const catalog::PipeEntry &)> &fits);
    [[nodiscard]] int goneCount() const { return m_showsGone ? static_cast<int>(m_gone.all().size()) : 0; }

    [[nodiscard]] bool hasSeveralDirectories() const;
    [[nodiscard]] const PipeRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Null for an invalid row; for a removed pipe its last entry.
    [[nodiscard]] catalog::PipeEntryPtr entry(int row) const;
    /// The row of a path, or -1.
    [[nodiscard]] int rowOf(const QByteArray &path) const;
    [[nodiscard]] const catalog::PipeHistory &history() const { return m_history; }

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    [[nodiscard]] QVariant
    headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

private:
    using Rows = std::vector<PipeRow>;
    [[nodiscard]] PipeRow makeRow(const catalog::PipeEntryPtr &entry) const;
    [[nodiscard]] std::optional<catalog::PipeHistory::Record> historyOf(const catalog::PipeEntry &entry) const;
    [[nodiscard]] Rows::const_iterator lowerBound(const catalog::PipeEntry &entry) const;
    /// The row at this entry's position in the order (catalog::rowLess), or -1.
    [[nodiscard]] int placeOf(const catalog::PipeEntry &entry) const;
    /// The row of the same socket and path, at any position among the rows of that path, or -1.
    [[nodiscard]] int socketRow(const catalog::PipeEntry &entry) const;
    void remember(const catalog::SnapshotDiff &difference, Cause cause);
    [[nodiscard]] bool fits(const catalog::Snapshot &snapshot, const catalog::SnapshotDiff &difference) const;
    [[nodiscard]] bool holds(const catalog::Snapshot &snapshot) const;
    void reset(const catalog::Snapshot &snapshot);
    void merge(const catalog::SnapshotDiff &difference);
    /// Calls `act` for the rows of these entries (sorted by rowLess), last first, adjacent rows together, to keep the
    /// number of signals small.
    void forRuns(const std::vector<catalog::PipeEntryPtr> &entries, const std::function<void(int, int)> &act) const;
    void remove(const std::vector<catalog::PipeEntryPtr> &entries);
    void markGone(const std::vector<catalog::PipeEntryPtr> &entries);
    void change(const catalog::PipeEntryPtr &entry);
    void insert(const std::vector<catalog::PipeEntryPtr> &entries);
    void dropForgottenRows();

    Rows m_rows;
    bool m_showsGone = false;
    GonePipes m_gone;
    catalog::PipeHistory m_history;
    catalog::SnapshotPtr m_snapshot;
};

} // namespace pipeglass::models
