// SPDX-License-Identifier: MIT
#include "models/pipelistmodel.h"

#include "core/bytetext.h"
#include "models/pipecells.h"
#include "text/pipetext.h"

#include <algorithm>
#include <utility>

namespace pipeglass::models {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using catalog::Snapshot;
using catalog::SnapshotDiff;

namespace {

constexpr size_t fewChanges = 32;

} // namespace

PipeListModel::PipeListModel(QObject *parent)
    : MergingModel(parent)
{
}

void PipeListModel::apply(const catalog::SnapshotPtr &snapshot, const SnapshotDiff &difference, Cause cause)
{
    if (!snapshot)
        return;
    remember(m_snapshot ? difference : catalog::difference(Snapshot(), *snapshot), cause);
    const bool isNext = m_snapshot && difference.from != 0 && difference.from == m_snapshot->serial;
    m_snapshot = snapshot;
    noteLeaving(difference, cause);
    if (!isNext || !follow(difference))
        merge();
}

void PipeListModel::noteLeaving(const SnapshotDiff &difference, Cause cause)
{
    if (m_keepsLeaving && cause == Cause::PipesChanged && difference.removed.size() <= fewChanges) {
        for (const PipeEntryPtr &entry : difference.removed)
            m_leaving.insert(entry->path());
    }
    for (const PipeEntryPtr &entry : difference.added)
        m_leaving.erase(entry->path());
}

void PipeListModel::dropLeaving(const std::vector<QByteArray> &paths)
{
    for (const QByteArray &path : paths) {
        if (m_leaving.erase(path) == 0 || m_showsGone)
            continue;
        for (int row = rowOf(path); row >= 0 && row < rowCount() && entry(row)->path() == path;) {
            if (!m_rows[static_cast<size_t>(row)].gone) {
                ++row;
                continue;
            }
            beginRemoveRows({}, row, row);
            m_rows.erase(m_rows.begin() + row);
            endRemoveRows();
        }
    }
}

/// Updates only the rows of a small difference, so that an event costs the same with ten pipes and with ten thousand.
/// False where merge() has to compare all rows.
bool PipeListModel::follow(const SnapshotDiff &difference)
{
    // A path that was bound again keeps its row, and that of a removed pipe may stay: merge() sees to both.
    const bool isSimple = !m_showsGone && (difference.removed.empty() || difference.added.empty());
    if (!isSimple || difference.removed.size() + difference.added.size() + difference.changed.size() > fewChanges)
        return false;
    const auto placeOf = [this](const PipeEntryPtr &entry) {
        const auto isBefore = [](const PipeRow &row, const PipeEntryPtr &at) {
            return catalog::rowLess(*row.entry, *at);
        };
        const auto at = std::lower_bound(m_rows.begin(), m_rows.end(), entry, isBefore);
        const bool isThere = at != m_rows.end() && !catalog::rowLess(*entry, *at->entry);
        return std::pair(static_cast<int>(at - m_rows.begin()), isThere);
    };
    for (const PipeEntryPtr &entry : difference.removed) {
        const auto [row, isThere] = placeOf(entry);
        if (!isThere)
            return false;
        if (m_leaving.contains(entry->path())) {
            m_rows[static_cast<size_t>(row)] = { entry, escapedText(entry->name()), historyOf(*entry), now(), {} };
            Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
            continue;
        }
        beginRemoveRows({}, row, row);
        m_rows.erase(m_rows.begin() + row);
        endRemoveRows();
    }
    for (const PipeEntryPtr &entry : difference.added) {
        const auto [row, isThere] = placeOf(entry);
        if (isThere)
            return false;
        beginInsertRows({}, row, row);
        m_rows.insert(m_rows.begin() + row, { entry, escapedText(entry->name()), historyOf(*entry), {}, {} });
        endInsertRows();
    }
    for (const PipeEntryPtr &entry : difference.changed) {
        const auto [row, isThere] = placeOf(entry);
        if (!isThere)
            return false;
        m_rows[static_cast<size_t>(row)] = { entry, escapedText(entry->name()), historyOf(*entry), {}, {} };
        Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
    }
    return m_rows.size() - static_cast<size_t>(m_leaving.empty() ? 0 : goneCount()) == m_snapshot->entries.size();
}

void PipeListModel::remember(const SnapshotDiff &difference, Cause cause)
{
    if (cause == Cause::PipesChanged) {
        m_history.take(difference, now());
        return;
    }
    // Only pipes that came back, or were never seen before, count as changes.
    SnapshotDiff seen;
    std::copy_if(
        difference.added.begin(), difference.added.end(), std::back_inserter(seen.added),
        [this](const PipeEntryPtr &entry) {
            const catalog::PipeHistory::Record *past = m_history.of(entry->path());
            return past == nullptr || past->gone;
        });
    m_history.take(seen, now());
}

void PipeListModel::merge()
{
    Rows now;
    if (m_snapshot) {
        for (const PipeEntryPtr &entry : m_snapshot->entries)
            now.push_back({ entry, {}, {}, {}, {} });
    }
    const auto less = [](const PipeRow &a, const PipeRow &b) {
        return a.entry != b.entry && catalog::rowLess(*a.entry, *b.entry);
    };
    if (m_showsGone || !m_leaving.empty()) {
        for (const auto &[path, past] : m_history.all()) {
            if (past.last && (m_showsGone || m_leaving.contains(path)))
                now.push_back({ past.last, {}, {}, past.gone, {} });
        }
        std::stable_sort(now.begin(), now.end(), less);
        const auto isPlaceTaken = [&less](const PipeRow &a, const PipeRow &b) { return !less(a, b); };
        now.erase(std::unique(now.begin(), now.end(), isPlaceTaken), now.end());
    }
    const auto complete = [this](PipeRow &row) {
        row.name = escapedText(row.entry->name());
        row.past = historyOf(*row.entry);
    };
    const auto update = [this, &complete](int at, PipeRow &to) {
        PipeRow &row = m_rows[static_cast<size_t>(at)];
        if (row.entry == to.entry && row.gone == to.gone)
            return false;
        complete(to);
        const bool isSame = *row.entry == *to.entry && row.past == to.past && row.gone == to.gone;
        row = std::move(to);
        return !isSame;
    };
    mergeRows(m_rows, std::move(now), {}, less, update, complete);
}

std::optional<catalog::PipeHistory::Record> PipeListModel::historyOf(const PipeEntry &entry) const
{
    // A listener that lost its name does not get the history of the path.
    const catalog::PipeHistory::Record *past =
        entry.state == catalog::PipeState::TakenOver ? nullptr : m_history.of(entry.path());
    return past == nullptr ? std::nullopt : std::optional(*past);
}

void PipeListModel::setShowsGone(bool shows)
{
    m_showsGone = shows;
    merge();
}

void PipeListModel::forgetGoneBut(const std::function<bool(const PipeEntry &)> &fits)
{
    m_history.keepLast(fits);
    merge();
}

PipeEntryPtr PipeListModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].entry : PipeEntryPtr();
}

int PipeListModel::goneCount() const
{
    return static_cast<int>(
        std::count_if(m_rows.begin(), m_rows.end(), [](const PipeRow &row) { return row.gone.has_value(); }));
}

bool PipeListModel::hasSeveralDirectories() const
{
    return std::any_of(m_rows.begin(), m_rows.end(), [this](const PipeRow &row) {
        return row.entry->directory != m_rows.front().entry->directory;
    });
}

int PipeListModel::rowOf(const QByteArray &path) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), path, [](const PipeRow &row, const QByteArray &value) {
            return row.entry->path() < value;
        });
    return found != m_rows.end() && found->entry->path() == path ? static_cast<int>(found - m_rows.begin()) : -1;
}

int PipeListModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : static_cast<int>(m_rows.size());
}

int PipeListModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant PipeListModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const PipeRow &row = m_rows[static_cast<size_t>(index.row())];
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(row, column);
    case Qt::ToolTipRole:
        return text::toolTip(cellTip(row, column));
    case Qt::TextAlignmentRole:
        return isNumberColumn(column) ? QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter))
                                      : QVariant();
    case SortRole:
        return cellKey(row, column);
    case EntryRole:
        return QVariant::fromValue(row.entry);
    case FilterRole:
        if (row.filterText.isEmpty())
            row.filterText = filterText(row);
        return row.filterText;
    case GoneRole:
        return row.gone.has_value();
    default:
        return {};
    }
}

QVariant PipeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && isNumberColumn(section))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return role == Qt::DisplayRole ? QVariant(columnTitle(section)) : QVariant();
}

} // namespace pipeglass::models
