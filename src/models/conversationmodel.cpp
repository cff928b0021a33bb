// SPDX-License-Identifier: MIT
#include "models/conversationmodel.h"

#include "core/bytetext.h"
#include "text/eventtext.h"
#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/timetext.h"

#include <algorithm>
#include <limits>

namespace pipeglass::models {

namespace {

constexpr qsizetype previewBytes = 512;
constexpr qsizetype previewCharacters = 300;
constexpr int previewsKept = 500;

} // namespace

ConversationModel::ConversationModel(capture::RecordingPtr recording, QObject *parent)
    : QAbstractTableModel(parent)
    , m_recording(std::move(recording))
    , m_previews(previewsKept)
{
    Q_ASSERT(m_recording);
    m_count = static_cast<int>(std::min<quint64>(m_recording->count(), std::numeric_limits<int>::max()));
}

void ConversationModel::recordsAdded(quint64 first, quint64 last)
{
    Q_UNUSED(first)
    const quint64 there = std::min<quint64>(last + 1, m_recording->count());
    const int count = static_cast<int>(std::min<quint64>(there, std::numeric_limits<int>::max()));
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

QString ConversationModel::peerText(ConnectionId connection) const
{
    const auto known = m_peers.constFind(connection);
    if (known != m_peers.constEnd())
        return *known;
    const std::optional<capture::ConnectionInfo> info = m_recording->connection(connection);
    if (!info)
        return {};
    QString words =
        info->peer.pid == 0 ? (info->peerIsServer ? tr("server") : tr("client")) : text::processText(info->peer);
    if (!info->peerIsServer)
        words = tr("#%1 %2").arg(QString::number(connection.value), words);
    m_peers.insert(connection, words);
    return words;
}

QString ConversationModel::deltaText(quint64 number, const capture::RecordSummary &summary) const
{
    if (number == 0)
        return {};
    return text::spanText(summary.time.unixNanoseconds - m_recording->summary(number - 1).time.unixNanoseconds);
}

QString ConversationModel::previewOf(quint64 number, const capture::RecordSummary &summary) const
{
    if (const QString *known = m_previews.object(number))
        return *known;
    QString text;
    if (summary.isEvent) {
        text = text::eventText(*m_recording, number);
    } else if (summary.payloadSize == 0) {
        text = tr("(empty message)");
    } else if (const auto start = m_recording->readPayloadStart(number, previewBytes)) {
        text = previewText(*start, previewCharacters);
        if (summary.payloadSize > start->size() && !text.endsWith(u'…'))
            text += u'…';
    } else {
        text = tr("(cannot be read back)");
    }
    m_previews.insert(number, new QString(text));
    return text;
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
        if (summary.isEvent)
            return tr("• event");
        return summary.direction == capture::Direction::Out ? tr("→ sent") : tr("← received");
    case Peer:
        return peerText(summary.connection);
    case Size:
        return summary.isEvent ? QString() : text::sizeText(summary.payloadSize);
    case Preview:
        return summary.malformed ? tr("malformed: %1").arg(previewOf(number, summary)) : previewOf(number, summary);
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
    const auto number = static_cast<quint64>(index.row());
    if (role == Qt::DisplayRole)
        return cellText(number, m_recording->summary(number), index.column());
    switch (role) {
    case Qt::TextAlignmentRole:
        if (index.column() == Number || index.column() == Delta || index.column() == Size)
            return QVariant::fromValue(Qt::Alignment(Qt::AlignRight | Qt::AlignVCenter));
        return {};
    case RecordRole:
        return number;
    case EventRole:
        return m_recording->summary(number).isEvent;
    case MalformedRole:
        return m_recording->summary(number).malformed;
    case OutgoingRole:
        return m_recording->summary(number).direction == capture::Direction::Out;
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
