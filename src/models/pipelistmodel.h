// SPDX-License-Identifier: MIT
#pragma once

#include "models/gonepipes.h"
#include "models/piperow.h"

#include <QAbstractTableModel>

#include <vector>

namespace pipeglass::models {

/// The pipes of the machine, one a row, in the order of their paths, and those that are gone if that is wanted. Fed
/// with what catalog::Watcher says; changes come as changes of rows, so that selection and scroll position of a view
/// survive. Keeps the history of each path. Text of strangers is escaped; show it as plain text. Window's thread.
class PipeListModel : public QAbstractTableModel {
    Q_OBJECT

public:
    enum Column {
        State,
        Name,
        Endpoint, ///< what it is known to be
        Namespace,
        Directory,
        Server,
        Owner,
        Group,
        Mode,
        Clients,
        Waiting,
        Unread, ///< in bytes, both directions; where the scans ask for it
        Recreated, ///< how often its name came back
        FirstSeen,
        Created,
        ColumnCount
    };
    Q_ENUM(Column)
    enum Role {
        SortRole = Qt::UserRole, ///< numbers for numbers, text for text
        EntryRole, ///< catalog::PipeEntryPtr, in every column; of one that is gone as it was
        FilterRole, ///< all that the filter box looks at, as one text
        GoneRole, ///< whether it is gone
    };
    /// Why one snapshot differs from the last.
    enum class Cause {
        Happened,
        LookedElsewhere, ///< what is missing now may be there still
    };

    explicit PipeListModel(QObject *parent = nullptr);

    /// Takes over `snapshot`. `difference` says how to come there; one that does not fit what is shown (the watcher was
    /// stopped in between) is not trusted, and the rows are compared instead. A file bound anew under its old name
    /// keeps its row.
    void
    apply(const catalog::SnapshotPtr &snapshot, const catalog::SnapshotDiff &difference, Cause cause = Cause::Happened);

    /// Whether those that are gone have rows, as they were seen last. Off at first.
    void setShowsGone(bool shows);
    [[nodiscard]] bool showsGone() const { return m_showsGone; }
    /// Of those that are gone, only some are of interest from now on.
    void forgetGoneBut(const std::function<bool(const catalog::PipeEntry &)> &fits);
    [[nodiscard]] int goneCount() const { return m_showsGone ? static_cast<int>(m_gone.all().size()) : 0; }

    [[nodiscard]] bool hasSeveralDirectories() const;
    [[nodiscard]] const PipeRow &row(int row) const { return m_rows[static_cast<size_t>(row)]; }
    /// Null for a row that is not there; of one that is gone as it was.
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
    /// The row that has this entry's place in the order (catalog::rowLess), or -1.
    [[nodiscard]] int placeOf(const catalog::PipeEntry &entry) const;
    /// The row of the same socket under the same path, wherever it stands among the rows of that path, or -1.
    [[nodiscard]] int socketRow(const catalog::PipeEntry &entry) const;
    void remember(const catalog::SnapshotDiff &difference, Cause cause);
    [[nodiscard]] bool fits(const catalog::Snapshot &snapshot, const catalog::SnapshotDiff &difference) const;
    [[nodiscard]] bool holds(const catalog::Snapshot &snapshot) const;
    void reset(const catalog::Snapshot &snapshot);
    void merge(const catalog::SnapshotDiff &difference);
    /// Calls `act` for the rows of these (sorted by rowLess), from the end, neighbours together: a thousand pipes that
    /// end at once are few signals.
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
