// SPDX-License-Identifier: MIT
#include "models/pipelistmodel.h"

#include "core/bytetext.h"
#include "models/pipecells.h"
#include "text/pipetext.h"

#include <algorithm>
#include <set>

namespace pipeglass::models {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using catalog::Snapshot;
using catalog::SnapshotDiff;

namespace {

bool entryLess(const PipeEntryPtr &a, const PipeEntryPtr &b) { return catalog::rowLess(*a, *b); }

} // namespace

PipeListModel::PipeListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PipeListModel::apply(const catalog::SnapshotPtr &snapshot, const SnapshotDiff &difference, Cause cause)
{
    if (!snapshot)
        return;
    if (!m_snapshot) {
        remember(catalog::difference(Snapshot(), *snapshot), cause);
        reset(*snapshot);
    } else {
        remember(difference, cause);
        merge(difference);
        if (!fits(*snapshot, difference)) {
            if (!holds(*snapshot))
                merge(catalog::difference(*m_snapshot, *snapshot));
            if (!holds(*snapshot))
                reset(*snapshot);
        }
    }
    if (m_showsGone)
        dropForgottenRows();
    m_snapshot = snapshot;
}

void PipeListModel::remember(const SnapshotDiff &difference, Cause cause)
{
    if (cause == Cause::PipesChanged) {
        m_history.take(difference, now());
        m_gone.take(difference, now());
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
    m_gone.forget(difference.added);
}

/// A difference that starts at the shown snapshot avoids comparing all rows.
bool PipeListModel::fits(const Snapshot &snapshot, const SnapshotDiff &difference) const
{
    return difference.from != 0 && difference.from == m_snapshot->serial && !m_showsGone
        && m_rows.size() == snapshot.entries.size();
}

bool PipeListModel::holds(const Snapshot &snapshot) const
{
    auto entry = snapshot.entries.begin();
    for (const PipeRow &row : m_rows) {
        if (row.gone)
            continue;
        if (entry == snapshot.entries.end() || (row.entry != *entry && *row.entry != **entry))
            return false;
        ++entry;
    }
    return entry == snapshot.entries.end();
}

PipeRow PipeListModel::makeRow(const PipeEntryPtr &entry) const
{
    return { entry, escapedText(entry->name()), historyOf(*entry), {}, {} };
}

std::optional<catalog::PipeHistory::Record> PipeListModel::historyOf(const PipeEntry &entry) const
{
    // A listener that lost its name does not get the history of the path.
    const catalog::PipeHistory::Record *past =
        entry.state == catalog::PipeState::TakenOver ? nullptr : m_history.of(entry.path());
    return past == nullptr ? std::nullopt : std::optional(*past);
}

void PipeListModel::reset(const Snapshot &snapshot)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(snapshot.entries.size());
    for (const PipeEntryPtr &entry : snapshot.entries)
        m_rows.push_back(makeRow(entry));
    endResetModel();
    if (std::exchange(m_showsGone, false))
        setShowsGone(true);
}

void PipeListModel::merge(const SnapshotDiff &difference)
{
    const std::set<PipeEntryPtr, decltype(&entryLess)> returning(
        difference.added.begin(), difference.added.end(), &entryLess);
    std::vector<PipeEntryPtr> gone;
    std::vector<PipeEntryPtr> kept;
    for (const PipeEntryPtr &entry : difference.removed) {
        if (!returning.contains(entry))
            (m_showsGone && m_gone.of(*entry) != nullptr ? kept : gone).push_back(entry);
    }
    std::vector<PipeEntryPtr> moved;
    for (const PipeEntryPtr &entry : difference.changed) {
        const int before = socketRow(*entry);
        if (before < 0 || before == placeOf(*entry))
            continue;
        // It lost or regained its name, so its place among the rows of that path changes.
        gone.push_back(m_rows[static_cast<size_t>(before)].entry);
        moved.push_back(entry);
    }
    std::sort(gone.begin(), gone.end(), entryLess);
    std::sort(kept.begin(), kept.end(), entryLess);
    remove(gone);
    markGone(kept);
    for (const PipeEntryPtr &entry : difference.changed)
        change(entry); // also replaces the row of a removed pipe
    for (const PipeEntryPtr &entry : difference.added)
        change(entry);
    std::vector<PipeEntryPtr> fresh = std::move(moved);
    fresh.insert(fresh.end(), difference.added.begin(), difference.added.end());
    std::erase_if(fresh, [this](const PipeEntryPtr &entry) { return placeOf(*entry) >= 0; });
    std::sort(fresh.begin(), fresh.end(), entryLess);
    insert(fresh);
}

void PipeListModel::forRuns(const std::vector<PipeEntryPtr> &entries, const std::function<void(int, int)> &act) const
{
    for (auto last = entries.rbegin(); last != entries.rend();) {
        const int end = placeOf(**last);
        ++last;
        if (end < 0)
            continue;
        int first = end;
        while (last != entries.rend() && first > 0 && placeOf(**last) == first - 1) {
            --first;
            ++last;
        }
        act(first, end);
    }
}

void PipeListModel::remove(const std::vector<PipeEntryPtr> &entries)
{
    forRuns(entries, [this](int first, int last) {
        beginRemoveRows({}, first, last);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + last + 1);
        endRemoveRows();
    });
}

void PipeListModel::markGone(const std::vector<PipeEntryPtr> &entries)
{
    forRuns(entries, [this](int first, int last) {
        for (int at = first; at <= last; ++at) {
            PipeRow &row = m_rows[static_cast<size_t>(at)];
            row.past = historyOf(*row.entry);
            row.filterText.clear();
            if (const GonePipes::Gone *gone = m_gone.of(*row.entry))
                row.gone = gone->since;
        }
        Q_EMIT dataChanged(index(first, 0), index(last, ColumnCount - 1));
    });
}

void PipeListModel::setShowsGone(bool shows)
{
    if (shows == m_showsGone)
        return;
    m_showsGone = shows;
    if (!shows) {
        dropForgottenRows();
        return;
    }
    std::vector<PipeEntryPtr> gone;
    for (const auto &[path, one] : m_gone.all()) {
        if (placeOf(*one.entry) < 0)
            gone.push_back(one.entry);
    }
    std::sort(gone.begin(), gone.end(), entryLess);
    insert(gone);
    markGone(gone);
}

void PipeListModel::forgetGoneBut(const std::function<bool(const PipeEntry &)> &fits)
{
    m_gone.forgetAllBut(fits);
    dropForgottenRows();
}

/// Removes rows of removed pipes that are hidden or forgotten.
void PipeListModel::dropForgottenRows()
{
    std::vector<PipeEntryPtr> dropped;
    for (const PipeRow &row : m_rows) {
        if (row.gone && (!m_showsGone || m_gone.of(*row.entry) == nullptr))
            dropped.push_back(row.entry);
    }
    remove(dropped);
}

void PipeListModel::change(const PipeEntryPtr &entry)
{
    const int row = placeOf(*entry);
    if (row < 0)
        return;
    m_rows[static_cast<size_t>(row)] = makeRow(entry);
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PipeListModel::insert(const std::vector<PipeEntryPtr> &entries)
{
    for (size_t next = 0; next < entries.size();) {
        const auto place = lowerBound(*entries[next]);
        const auto at = place - m_rows.cbegin();
        Rows run;
        do {
            run.push_back(makeRow(entries[next]));
            ++next;
        } while (next < entries.size() && (place == m_rows.cend() || catalog::rowLess(*entries[next], *place->entry)));
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at) + static_cast<int>(run.size()) - 1);
        m_rows.insert(place, std::make_move_iterator(run.begin()), std::make_move_iterator(run.end()));
        endInsertRows();
    }
}

PipeListModel::Rows::const_iterator PipeListModel::lowerBound(const PipeEntry &entry) const
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), entry, [](const PipeRow &row, const PipeEntry &value) {
        return catalog::rowLess(*row.entry, value);
    });
}

int PipeListModel::placeOf(const PipeEntry &entry) const
{
    const auto found = lowerBound(entry);
    return found != m_rows.end() && !catalog::rowLess(entry, *found->entry) ? static_cast<int>(found - m_rows.begin())
                                                                            : -1;
}

int PipeListModel::socketRow(const PipeEntry &entry) const
{
    if (entry.socketCookie == 0)
        return placeOf(entry);
    auto row = std::lower_bound(m_rows.begin(), m_rows.end(), entry, [](const PipeRow &one, const PipeEntry &value) {
        return catalog::pathLess(*one.entry, value);
    });
    for (; row != m_rows.end() && !catalog::pathLess(entry, *row->entry); ++row) {
        if (row->entry->socketCookie == entry.socketCookie)
            return static_cast<int>(row - m_rows.begin());
    }
    return -1;
}

PipeEntryPtr PipeListModel::entry(int row) const
{
    return row >= 0 && row < rowCount() ? m_rows[static_cast<size_t>(row)].entry : PipeEntryPtr();
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
