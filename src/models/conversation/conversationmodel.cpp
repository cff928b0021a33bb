// SPDX-License-Identifier: MIT
#include "models/conversation/conversationmodel.h"

#include "core/bytetext.h"
#include "models/conversation/rowreader.h"
#include "text/peertext.h"
#include "text/pipetext.h"
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

int rowNumber(quint64 number) { return static_cast<int>(std::min<quint64>(number, std::numeric_limits<int>::max())); }

} // namespace

ConversationModel::ConversationModel(capture::MessageListPtr list, QObject *parent)
    : ConversationModel(
        std::make_shared<conversation::MessageRange>(list), std::make_shared<conversation::MessageNumbers>(list),
        parent)
{
}

ConversationModel::ConversationModel(
    conversation::SelectedMessagesPtr list, conversation::MessageNumbersPtr numbers, QObject *parent)
    : QAbstractTableModel(parent)
{
    setList(std::move(list), std::move(numbers));
}

int ConversationModel::shownCount() const { return rowNumber(m_list->count()); }

void ConversationModel::setList(conversation::SelectedMessagesPtr list, conversation::MessageNumbersPtr numbers)
{
    Q_ASSERT(list && numbers);
    beginResetModel();
    m_list = std::move(list);
    m_numbers = std::move(numbers);
    m_count = shownCount();
    m_peers.clear();
    m_ours.clear();
    makeReaders();
    endResetModel();
}

RowReader *ConversationModel::makeReader(int column, RowReader::Read read)
{
    auto *reader = new RowReader(m_list, std::move(read), this);
    connect(reader, &RowReader::arrived, this, [this, column](quint64 first, quint64 last) {
        if (rowNumber(first) >= m_count)
            return;
        const int end = std::min(rowNumber(last), m_count - 1);
        if (column == Preview)
            Q_EMIT dataChanged(index(rowNumber(first), Preview), index(end, Preview), { Qt::DisplayRole });
        else
            Q_EMIT dataChanged(index(rowNumber(first), 0), index(end, columnCount() - 1));
    });
    return reader;
}

void ConversationModel::makeReaders()
{
    delete m_previews;
    m_previews = makeReader(
        Preview, [list = m_list](const std::vector<quint64> &numbers) { return readPreviews(*list, numbers); });
    makeDetailsReader();
}

void ConversationModel::makeDetailsReader()
{
    delete m_detailsReader;
    m_detailsReader = nullptr;
    if (m_details.isEmpty())
        return;
    const auto read = [list = m_list, numbers = m_numbers, request = m_details](const std::vector<quint64> &rows) {
        return readDetails(*list, numbers, request, rows);
    };
    m_detailsReader = makeReader(Latency, read);
}

void ConversationModel::update()
{
    const int count = shownCount();
    if (count <= m_count)
        return;
    beginInsertRows({}, m_count, count - 1);
    m_count = count;
    endInsertRows();
}

int ConversationModel::rowOf(quint64 item) const
{
    const quint64 number = m_list->firstFrom(item);
    if (number >= static_cast<quint64>(m_count) || m_list->sourceNumber(number) != item)
        return -1;
    return rowNumber(number);
}

void ConversationModel::setTimeFormat(TimeFormat format)
{
    m_timeFormat = format;
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, Time), index(m_count - 1, Time));
}

void ConversationModel::setValueColumns(
    std::vector<conversation::ValuePath> paths, decoding::DecoderRegistryPtr decoders)
{
    if (!m_details.paths.empty()) {
        beginRemoveColumns({}, ColumnCount, columnCount() - 1);
        m_details.paths.clear();
        endRemoveColumns();
    }
    m_details.decoders = std::move(decoders);
    if (!paths.empty()) {
        beginInsertColumns({}, ColumnCount, ColumnCount + static_cast<int>(paths.size()) - 1);
        m_details.paths = std::move(paths);
        endInsertColumns();
    }
    makeDetailsReader();
    if (m_count > 0 && !m_details.paths.empty()) // cells were asked for before there was a reader
        Q_EMIT dataChanged(index(0, ColumnCount), index(m_count - 1, columnCount() - 1));
}

void ConversationModel::setTypes(decoding::MessageTypesPtr types)
{
    m_details.types = std::move(types);
    if (m_details.paths.empty())
        return;
    makeDetailsReader();
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, ColumnCount), index(m_count - 1, columnCount() - 1));
}

void ConversationModel::setLatencyWanted(bool wanted)
{
    if (wanted == m_details.latency)
        return;
    m_details.latency = wanted;
    makeDetailsReader();
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, Latency), index(m_count - 1, Latency));
}

void ConversationModel::setColourRules(std::vector<filter::Filter> rules)
{
    m_details.rules = std::move(rules);
    makeDetailsReader();
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1), { RuleRole });
}

void ConversationModel::marksChanged()
{
    makeDetailsReader(); // rules may ask for marks
    if (m_count > 0)
        Q_EMIT dataChanged(index(0, 0), index(m_count - 1, columnCount() - 1));
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

QString ConversationModel::timeText(const capture::RecordSummary &summary) const
{
    switch (m_timeFormat) {
    case TimeFormat::Utc:
        return text::timeOfDayText(summary.time, text::TimeZone::Utc);
    case TimeFormat::SinceFirst:
        return text::secondsText(summary.time.unixNanoseconds - m_list->source()->summary(0).time.unixNanoseconds);
    case TimeFormat::Local:
        break;
    }
    return text::timeOfDayText(summary.time);
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
    return summary.from == Side::Client ? tr("client →") : tr("← server");
}

QString ConversationModel::detailText(quint64 number, int column) const
{
    const RowDetails *details = m_detailsReader == nullptr ? nullptr : m_detailsReader->row(number);
    if (details == nullptr)
        return {};
    if (column == Latency)
        return details->latency ? text::durationText(*details->latency) : QString();
    return details->values.value(column - ColumnCount);
}

QString ConversationModel::cellText(quint64 number, const capture::RecordSummary &summary, int column) const
{
    switch (column) {
    case Number: {
        const auto message = m_numbers->number(m_list->sourceNumber(number));
        return message ? QString::number(*message) : QString();
    }
    case Time:
        return timeText(summary);
    case Delta:
        return deltaText(number, summary);
    case Direction:
        return directionText(summary);
    case Connection:
        return QStringLiteral("#%1").arg(summary.connection.value);
    case Peer:
        return peerText(summary.connection, summary.from);
    case Size:
        return summary.isEvent ? QString() : text::sizeText(summary.payloadSize);
    case Preview: {
        const RowDetails *details = m_previews->row(number);
        return details == nullptr ? QString() : details->preview;
    }
    default:
        return detailText(number, column);
    }
}

QVariant ConversationModel::toolTip(quint64 number, int column) const
{
    const capture::RecordSummary summary = m_list->summary(number);
    if (column == Preview) {
        const QString note = noteText(number);
        return note.isEmpty() ? QVariant() : QVariant(text::toolTip(note));
    }
    if (column == Time)
        return text::dateAndTimeText(
            summary.time, m_timeFormat == TimeFormat::Utc ? text::TimeZone::Utc : text::TimeZone::Local);
    return column == Size && !summary.isEvent ? QVariant(text::wholeSizeText(summary.payloadSize)) : QVariant();
}

QString ConversationModel::noteText(quint64 number) const
{
    const QString note = m_list->mark(number).note;
    return note.isEmpty() ? note : previewText(note.toUtf8(), capture::Mark::maxNoteSize);
}

QVariant ConversationModel::accessibleText(quint64 number, int column) const
{
    const QString text = cellText(number, m_list->summary(number), column);
    if (column == Number && m_list->mark(number).isMarked)
        return tr("%1, marked").arg(text);
    const QString note = column == Preview ? noteText(number) : QString();
    return note.isEmpty() ? text : tr("%1, note: %2").arg(text, note);
}

int ConversationModel::ruleOf(quint64 number) const
{
    if (m_details.rules.empty())
        return -1;
    const RowDetails *details = m_detailsReader->row(number);
    return details == nullptr ? -1 : details->rule;
}

int ConversationModel::rowCount(const QModelIndex &parent) const { return parent.isValid() ? 0 : m_count; }

int ConversationModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : ColumnCount + static_cast<int>(m_details.paths.size());
}

QVariant ConversationModel::data(const QModelIndex &index, int role) const
{
    if (!checkIndex(index, CheckIndexOption::IndexIsValid | CheckIndexOption::ParentIsInvalid))
        return {};
    const quint64 number = numberAt(index.row());
    const int column = index.column();
    switch (role) {
    case Qt::DisplayRole:
        return cellText(number, m_list->summary(number), column);
    case Qt::ToolTipRole:
        return toolTip(number, column);
    case Qt::TextAlignmentRole:
        if (column == Number || column == Delta || column == Size || column == Latency
            || (column == Time && m_timeFormat == TimeFormat::SinceFirst))
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
    case MarkedRole:
        return m_list->mark(number).isMarked;
    case NoteRole:
        return noteText(number);
    case RuleRole:
        return ruleOf(number);
    case Qt::AccessibleTextRole:
        return accessibleText(number, column);
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
    case Connection:
        return tr("Connection");
    case Peer:
        return tr("Peer");
    case Size:
        return tr("Size");
    case Latency:
        return tr("Answer after");
    case Preview:
        return tr("Message");
    default:
        break;
    }
    const auto value = static_cast<size_t>(section - ColumnCount);
    return section >= ColumnCount && value < m_details.paths.size() ? m_details.paths[value].text() : QVariant();
}

} // namespace pipeglass::models
