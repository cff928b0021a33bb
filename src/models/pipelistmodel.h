// SPDX-License-Identifier: MIT
#pragma once

#include "models/mergingmodel.h"
#include "models/piperow.h"

#include <QAbstractTableModel>

#include <set>
#include <vector>

namespace pipeglass::models {

/// The pipes of the machine, one per row, ordered by path; optionally removed ones too. Updated by catalog::Watcher's
/// signals row by row, so views keep selection and scroll position. Keeps the history of each path. Names are escaped;
/// show them as plain text. Window's thread.
class PipeListModel : public MergingModel<QAbstractTableModel> {
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
        Backlog, ///< limit for waiting clients
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

    /// Updates the rows to `snapshot`, and the history by `difference`. A path that was bound again keeps its row.
    void apply(
        const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference,
        Cause cause = Cause::PipesChanged);

    /// Whether removed pipes are shown with their last state. Off by default.
    void setShowsGone(bool shows);
    /// Whether pipes that are removed stay, as gone ones, until dropLeaving(): a few at once, not a thousand.
    void setKeepsLeaving(bool keeps) { m_keepsLeaving = keeps; }
    void dropLeaving(const std::vector<QByteArray> &paths);
    /// Forgets removed pipes except those that `fits`.
    void forgetGoneBut(const std::function<bool(const catalog::PipeEntry &)> &fits);
    [[nodiscard]] int goneCount() const;

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
    void remember(const catalog::SnapshotDiff &difference, Cause cause);
    void noteLeaving(const catalog::SnapshotDiff &difference, Cause cause);
    [[nodiscard]] bool follow(const catalog::SnapshotDiff &difference);
    /// Updates the rows to the snapshot and the history.
    void merge();
    [[nodiscard]] std::optional<catalog::PipeHistory::Record> historyOf(const catalog::PipeEntry &entry) const;

    Rows m_rows;
    bool m_showsGone = false;
    bool m_keepsLeaving = false;
    std::set<QByteArray> m_leaving; ///< paths of removed pipes that stay until dropLeaving()
    catalog::PipeHistory m_history;
    catalog::SnapshotPtr m_snapshot;
};

} // namespace pipeglass::models
