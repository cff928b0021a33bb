// SPDX-License-Identifier: MIT
#include "models/replay/differencesmodel.h"

#include "models/conversation/rowreader.h"

#include <algorithm>
#include <limits>

namespace pipeglass::models {

using engine::ReplayDifference;

namespace {

RowReader *makeReader(const capture::MessageListPtr &list, QObject *parent)
{
    const auto read = [list](const std::vector<quint64> &numbers) { return readPreviews(*list, numbers); };
    return new RowReader(list, read, parent);
}

QString previewOf(RowReader *reader, quint64 number)
{
    if (number == ReplayDifference::none)
        return {};
    const RowDetails *row = reader->row(number);
    return row == nullptr ? QString() : row->preview;
}

} // namespace

DifferencesModel::DifferencesModel(const engine::ReplayInfo &replay, capture::MessageListPtr received, QObject *parent)
    : QAbstractTableModel(parent)
    , m_recorded(replay.recorded)
    , m_received(std::move(received))
    , m_differences(replay.differences)
    , m_recordedPreviews(makeReader(m_recorded, this))
    , m_receivedPreviews(makeReader(m_received, this))
{
    connectReader(m_recordedPreviews, Recorded);
    connectReader(m_receivedPreviews, Received);
    update();
}

void DifferencesModel::connectReader(RowReader *reader, Column column)
{
    connect(reader, &RowReader::arrived, this, [this, column] {
        if (m_count > 0) // a view asks for its visible rows only
            Q_EMIT dataChanged(index(0, column), index(m_count - 1, column), { Qt::DisplayRole });
    });
}

void DifferencesModel::update()
{
    const int count = static_cast<int>(std::min<quint64>(m_differences->count(), std::numeric_limits<int>::max()));
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

ReplayDifference DifferencesModel::difference(int row) const { return m_differences->at(static_cast<quint64>(row)); }

int DifferencesModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

int DifferencesModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QString DifferencesModel::cellText(const ReplayDifference &difference, int column) const
{
    switch (column) {
    case Number:
        return difference.recorded == ReplayDifference::none
            ? QStringLiteral("–")
            : QString::number(quint64{ difference.recorded } + 1); // as in the table of messages
    case Connection:
        return QStringLiteral("#%1").arg(difference.connection.value);
    case From:
        return difference.from == Side::Client ? tr("client") : tr("server");
    case Kind:
        if (difference.recorded == ReplayDifference::none)
            return tr("+ not recorded");
        return difference.received == ReplayDifference::none ? tr("− missing") : tr("≠ different");
    case Recorded:
        return previewOf(m_recordedPreviews, difference.recorded);
    case Received:
        return previewOf(m_receivedPreviews, difference.received);
    default:
        return {};
    }
}

QVariant DifferencesModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    if (role == Qt::DisplayRole)
        return cellText(difference(index.row()), index.column());
    if (role == Qt::ToolTipRole && index.column() == Number && difference(index.row()).number > 0)
        return tr("Message %1 of \"pipeglass read\", which does not number events").arg(difference(index.row()).number);
    if (role == Qt::TextAlignmentRole && index.column() == Number)
        return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
    return {};
}

QVariant DifferencesModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Connection:
        return tr("Connection");
    case From:
        return tr("From");
    case Kind:
        return tr("Difference");
    case Recorded:
        return tr("Recorded");
    case Received:
        return tr("Received");
    default:
        return {};
    }
}

} // namespace pipeglass::models
