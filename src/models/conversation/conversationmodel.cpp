// SPDX-License-Identifier: MIT
#include "models/conversation/conversationmodel.h"

#include "models/conversation/previewreader.h"
#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/timetext.h"

#include <algorithm>
#include <limits>

namespace pipeglass::models {

namespace {

QString sideText(const capture::ConnectionInfo &info, Side side)
{
    const ProcessInfo &process = info.peers[side];
    if (process.pid != 0)
        return text::processText(process);
    return side == Side::Server ? ConversationModel::tr("server") : ConversationModel::tr("client");
}

} // namespace

ConversationModel::ConversationModel(capture::MessageListPtr list, QObject *parent)
    : QAbstractTableModel(parent)
{
    setList(std::move(list));
}

void ConversationModel::setList(capture::MessageListPtr list)
{
    Q_ASSERT(list);
    beginResetModel();
    m_list = std::move(list);
    m_count = static_cast<int>(std::min<quint64>(m_list->count(), std::numeric_limits<int>::max()));
    m_peers.clear();
    m_ours.clear();
    readPreviewsOf(m_list);
    endResetModel();
}

void ConversationModel::readPreviewsOf(const capture::MessageListPtr &list)
{
    delete m_previews;
    m_previews = new PreviewReader(list, this);
    connect(m_previews, &PreviewReader::arrived, this, [this](quint64 first, quint64 last) {
        const auto row = [](quint64 number) {
            return static_cast<int>(std::min<quint64>(number, std::numeric_limits<int>::max()));
        };
        if (row(first) < m_count)
            Q_EMIT dataChanged(
                index(row(first), Preview), index(std::min(row(last), m_count - 1), Preview), { Qt::DisplayRole });
    });
}

void ConversationModel::update()
{
    const int count = static_cast<int>(std::min<quint64>(m_list->count(), std::numeric_limits<int>::max()));
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

QString ConversationModel::peerText(ConnectionId connection, Side from) const
{
    const auto known = m_peers.constFind(connection);
    if (known != m_peers.constEnd())
        return (*known)[from];
    const std::optional<capture::ConnectionInfo> info = m_list->connection(connection);
    if (!info)
        return {};
    PerSide<QString> texts;
    for (const Side side : { Side::Client, Side::Server })
        texts[side] = sideText(*info, info->ours ? otherSide(*info->ours) : side);
    if (info->ours != Side::Client) {
        for (QString *text : { &texts.client, &texts.server })
            *text = tr("#%1 %2").arg(QString::number(connection.value), *text);
    }
    // A name that is looked up later arrives as an event.
    if (!info->peers[info->ours ? otherSide(*info->ours) : from].program.isEmpty())
        m_peers.insert(connection, texts);
    return texts[from];
}

QString ConversationModel::deltaText(quint64 number, const capture::RecordSummary &summary) const
{
    if (number == 0)
        return {};
    return text::spanText(summary.time.unixNanoseconds - m_list->summary(number - 1).time.unixNanoseconds);
}

QString ConversationModel::directionText(const capture::RecordSummary &summary) const
{
    if (summary.isEvent)
        return tr("• event");
    if (!m_ours.contains(summary.connection)) {
        if (const auto info = m_list->connection(summary.connection))
            m_ours.insert(summary.connection, info->ours);
    }
    if (const std::optional<Side> ours = m_ours.value(summary.connection))
        return summary.from == *ours ? tr("→ sent") : tr("← received");
    return summary.from == Side::Client ? tr("→ client") : tr("← server");
}

QString ConversationModel::cellText(quint64 number, const capture::RecordSummary &summary, int column) const
{
    switch (column) {
    case Number:
        return QString::number(number + 1);
    case Time:
        return text::timeOfDayText(summary.time);
    case Delta:
        return deltaText(number, summary);
    case Direction:
        return directionText(summary);
    case Peer:
        return peerText(summary.connection, summary.from);
    case Size:
        return summary.isEvent ? QString() : text::sizeText(summary.payloadSize);
    case Preview:
        return m_previews->preview(number);
    default:
        return {};
    }
}

int ConversationModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

int ConversationModel::columnCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : ColumnCount; }

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint64 number = numberAt(index.row());
    if (role == Qt::DisplayRole)
        return cellText(number, m_list->summary(number), index.column());
    switch (role) {
    case Qt::ToolTipRole: {
        const capture::RecordSummary summary = m_list->summary(number);
        return index.column() == Size && !summary.isEvent ? QVariant(text::wholeSizeText(summary.payloadSize))
                                                          : QVariant();
    }
    case Qt::TextAlignmentRole:
        if (index.column() == Number || index.column() == Delta || index.column() == Size)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case NumberRole:
        return number;
    case EventRole:
        return m_list->summary(number).isEvent;
    case MalformedRole:
        return m_list->summary(number).isMalformed();
    case FromClientRole:
        return m_list->summary(number).from == Side::Client;
    default:
        return {};
    }
}

QVariant ConversationModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || role != Qt::DisplayRole)
        return {};
    switch (section) {
    case Number:
        return tr("No.");
    case Time:
        return tr("Time");
    case Delta:
        return tr("Delta");
    case Direction:
        return tr("Direction");
    case Peer:
        return tr("Peer");
    case Size:
        return tr("Size");
    case Preview:
        return tr("Message");
    default:
        return {};
    }
}

} // namespace pipeglass::models
