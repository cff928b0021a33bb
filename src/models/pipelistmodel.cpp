// SPDX-License-Identifier: MIT
#include "models/pipelistmodel.h"

#include "core/bytetext.h"
#include "models/pipetext.h"

#include <algorithm>
#include <set>

namespace pipeglass::models {

using catalog::PipeEntry;
using catalog::PipeEntryPtr;
using catalog::Snapshot;
using catalog::SnapshotDiff;

namespace {

QString numberText(const std::optional<quint32> &number) { return number ? QString::number(*number) : QString(); }

/// What cannot be seen sorts below every number.
QVariant numberKey(const std::optional<quint32> &number)
{
    return number ? static_cast<qlonglong>(*number) : qlonglong{ -1 };
}

QString cellText(const PipeEntry &entry, int column)
{
    switch (column) {
    case PipeListModel::State:
        return stateWord(entry);
    case PipeListModel::Name:
        return escapedText(entry.name());
    case PipeListModel::Server:
        return serverText(entry);
    case PipeListModel::Owner:
        return entry.owner;
    case PipeListModel::Group:
        return entry.group;
    case PipeListModel::Mode:
        return entry.hasFile ? entry.mode.octal() : QString();
    case PipeListModel::Clients:
        return numberText(entry.clients);
    case PipeListModel::Waiting:
        return numberText(entry.waiting);
    case PipeListModel::Directory:
        return escapedText(entry.directory);
    default:
        return {};
    }
}

QString tipText(const PipeEntry &entry, int column)
{
    switch (column) {
    case PipeListModel::State:
        return stateSentence(entry);
    case PipeListModel::Server:
        return serverSentence(entry);
    case PipeListModel::Mode:
        return entry.mode.symbolic() + QLatin1Char('\n') + whoCanConnect(entry.mode, entry.owner, entry.group);
    default:
        return escapedText(entry.path());
    }
}

QString filterText(const PipeEntry &entry)
{
    return QStringList{ cellText(entry, PipeListModel::Name), escapedText(entry.fileName),
                        cellText(entry, PipeListModel::Server), entry.owner, stateWord(entry) }
        .join(QLatin1Char('\n'));
}

} // namespace

PipeListModel::Row::Row(const PipeEntryPtr &of)
    : name(escapedText(of->name()))
    , entry(of)
{
}

QVariant PipeListModel::sortKey(const Row &row, int column)
{
    switch (column) {
    case State:
        return static_cast<int>(row.entry->kind) * 10 + static_cast<int>(row.entry->state);
    case Name:
        return row.name;
    case Mode:
        return row.entry->mode.bits();
    case Clients:
        return numberKey(row.entry->clients);
    case Waiting:
        return numberKey(row.entry->waiting);
    default:
        return cellText(*row.entry, column);
    }
}

PipeListModel::PipeListModel(QObject *parent)
    : QAbstractTableModel(parent)
{
}

void PipeListModel::apply(const catalog::SnapshotPtr &snapshot, const SnapshotDiff &difference)
{
    if (!snapshot)
        return;
    if (!m_snapshot) {
        reset(*snapshot);
    } else {
        merge(difference);
        if (!holds(*snapshot))
            merge(catalog::difference(*m_snapshot, *snapshot));
        if (!holds(*snapshot))
            reset(*snapshot);
    }
    m_snapshot = snapshot;
}

bool PipeListModel::holds(const Snapshot &snapshot) const
{
    return std::equal(
        m_rows.begin(), m_rows.end(), snapshot.entries.begin(), snapshot.entries.end(),
        [](const Row &row, const PipeEntryPtr &entry) { return row.entry == entry || *row.entry == *entry; });
}

void PipeListModel::reset(const Snapshot &snapshot)
{
    beginResetModel();
    m_rows.clear();
    m_rows.reserve(snapshot.entries.size());
    for (const PipeEntryPtr &entry : snapshot.entries)
        m_rows.emplace_back(entry);
    endResetModel();
}

void PipeListModel::merge(const SnapshotDiff &difference)
{
    const auto less = [](const PipeEntryPtr &a, const PipeEntryPtr &b) { return catalog::rowLess(*a, *b); };
    const std::set<PipeEntryPtr, decltype(less)> returning(difference.added.begin(), difference.added.end(), less);
    std::vector<PipeEntryPtr> gone;
    std::copy_if(
        difference.removed.begin(), difference.removed.end(), std::back_inserter(gone),
        [&](const PipeEntryPtr &entry) { return !returning.contains(entry); });
    std::vector<PipeEntryPtr> fresh;
    for (const PipeEntryPtr &entry : difference.changed) {
        const int before = socketRow(*entry);
        if (before < 0 || before == placeOf(*entry))
            continue;
        // It lost its name or found it again, and so its place among the rows of that path.
        gone.push_back(m_rows[static_cast<size_t>(before)].entry);
        fresh.push_back(entry);
    }
    std::sort(gone.begin(), gone.end(), less);
    remove(gone);
    for (const auto *entries : { &difference.changed, &difference.added }) {
        for (const PipeEntryPtr &entry : *entries) {
            if (placeOf(*entry) >= 0)
                change(entry);
            else if (entries == &difference.added)
                fresh.push_back(entry);
        }
    }
    std::sort(fresh.begin(), fresh.end(), less);
    insert(fresh);
}

void PipeListModel::remove(const std::vector<PipeEntryPtr> &entries)
{
    // From the end, and neighbours together: a thousand pipes that end at once are few signals.
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
        beginRemoveRows({}, first, end);
        m_rows.erase(m_rows.begin() + first, m_rows.begin() + end + 1);
        endRemoveRows();
    }
}

void PipeListModel::change(const PipeEntryPtr &entry)
{
    const int row = placeOf(*entry);
    if (row < 0)
        return;
    m_rows[static_cast<size_t>(row)].entry = entry;
    Q_EMIT dataChanged(index(row, 0), index(row, ColumnCount - 1));
}

void PipeListModel::insert(const std::vector<PipeEntryPtr> &entries)
{
    for (size_t next = 0; next < entries.size();) {
        const auto place = lowerBound(*entries[next]);
        const auto at = place - m_rows.cbegin();
        std::vector<Row> run;
        do {
            run.emplace_back(entries[next]);
            ++next;
        } while (next < entries.size() && (place == m_rows.cend() || catalog::rowLess(*entries[next], *place->entry)));
        beginInsertRows({}, static_cast<int>(at), static_cast<int>(at) + static_cast<int>(run.size()) - 1);
        m_rows.insert(place, std::make_move_iterator(run.begin()), std::make_move_iterator(run.end()));
        endInsertRows();
    }
}

std::vector<PipeListModel::Row>::const_iterator PipeListModel::lowerBound(const PipeEntry &entry) const
{
    return std::lower_bound(m_rows.begin(), m_rows.end(), entry, [](const Row &row, const PipeEntry &value) {
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
    auto row = std::lower_bound(m_rows.begin(), m_rows.end(), entry, [](const Row &one, const PipeEntry &value) {
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

int PipeListModel::rowOf(const QByteArray &path) const
{
    const auto found =
        std::lower_bound(m_rows.begin(), m_rows.end(), path, [](const Row &row, const QByteArray &value) {
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
    const Row &row = m_rows[static_cast<size_t>(index.row())];
    const PipeEntryPtr &entry = row.entry;
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return column == Name ? row.name : cellText(*entry, column);
    case Qt::ToolTipRole:
        return toolTip(tipText(*entry, column));
    case Qt::TextAlignmentRole:
        if (column == Clients || column == Waiting)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case SortRole:
        return sortKey(row, column);
    case EntryRole:
        return QVariant::fromValue(entry);
    case FilterRole:
        return filterText(*entry);
    default:
        return {};
    }
}

QVariant PipeListModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal)
        return {};
    if (role == Qt::TextAlignmentRole && (section == Clients || section == Waiting))
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    if (role != Qt::DisplayRole)
        return {};
    switch (section) {
    case State:
        return tr("State");
    case Name:
        return tr("Pipe");
    case Server:
        return tr("Server");
    case Owner:
        return tr("Owner");
    case Group:
        return tr("Group");
    case Mode:
        return tr("Mode");
    case Clients:
        return tr("Clients");
    case Waiting:
        return tr("Waiting");
    case Directory:
        return tr("Directory");
    default:
        return {};
    }
}

} // namespace pipeglass::models
