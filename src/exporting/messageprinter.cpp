// SPDX-License-Identifier: MIT
#include "exporting/messageprinter.h"

#include "capture/eventword.h"
#include "capture/format/eventdata.h"
#include "core/bytetext.h"
#include "exporting/commandtext.h"
#include "exporting/messagejson.h"

#include <limits>
#include <utility>

namespace pipeglass::exporting {

namespace {

/// Details of an event that its word does not include.
QString detailOf(const capture::Event &event)
{
    if (event.kind == capture::EventKind::Connected)
        return event.note;
    return event.note.isEmpty() ? QString::fromUtf8(capture::eventComment(event)) : event.note;
}

void writeEventFields(JsonWriter &json, const capture::Event &event)
{
    const auto writeNumber = [&json](QByteArrayView key, quint64 value) {
        if (value != 0)
            json.key(key).number(value);
    };
    if (event.side) {
        json.key("side").string(QLatin1String(sideName(*event.side)));
    }
    if (event.kind == capture::EventKind::Identified) {
        json.key("pid").number(event.process.pid);
        json.key("uid").number(event.process.uid);
        json.key("user").string(event.process.user);
        json.key("program").escaped(event.process.program);
    } else if (event.kind == capture::EventKind::CredentialsPassed) {
        json.key("pid").number(event.process.pid);
        json.key("uid").number(event.process.uid);
    } else if (event.kind == capture::EventKind::DescriptorsPassed || event.kind == capture::EventKind::Missed) {
        json.key("count").number(event.messages);
    } else if (event.kind == capture::EventKind::Lost) {
        json.key("messages").number(event.messages);
        json.key("bytes").number(event.bytes);
    } else if (event.kind == capture::EventKind::FramingGuessed) {
        json.key("framing").escaped(event.framing);
    } else if (event.kind >= capture::EventKind::Paused) {
        writeNumber("bytes", event.bytes);
        writeNumber("delay_ms", static_cast<quint64>(event.delayMs));
        writeNumber("jitter_ms", static_cast<quint64>(event.jitterMs));
        if (event.kind == capture::EventKind::Dropped || event.kind == capture::EventKind::Edited)
            json.key("original").base64(event.data);
    }
}

QString place(Timestamp time, ConnectionId connection)
{
    return QStringLiteral("%1 #%2").arg(isoText(time)).arg(connection.value);
}

} // namespace

MessagePrinter::MessagePrinter(Write write, Format format)
    : m_write(std::move(write))
    , m_format(std::move(format))
{
}

Status MessagePrinter::take(const Item &item)
{
    if (item.number != 0)
        return printMessage(item);
    return m_format.events ? printEvent(item) : Status();
}

void MessagePrinter::printLine(const capture::Record &record, quint64 number, std::optional<Side> ours)
{
    const QByteArrayView payload = record.payload().view();
    const QString head =
        CommandText::tr("%1 %2 %3 %4 bytes%5")
            .arg(
                QString::number(number), place(record.time, record.connection), directionText(record.from, ours),
                QString::number(payload.size()), record.isMalformed() ? CommandText::tr(" malformed") : QString());
    const QByteArray body = payloadLines(payload, m_format.hexDump, std::numeric_limits<qsizetype>::max());
    m_write(head.toUtf8() + body + m_format.decoder.text(record));
}

Status MessagePrinter::printEvent(const Item &item)
{
    const capture::RecordSummary summary = item.list.summary(item.position);
    const auto event = item.list.event(item.position);
    if (!event)
        return failure(event.error());
    const QString words = detailOf(*event);
    const auto connection = item.list.connection(summary.connection);
    const bool begins = connection && event->kind == capture::EventKind::Connected;
    if (!m_format.json) {
        const QByteArray detail = begins && words.isEmpty() ? connection->pipe : words.toUtf8();
        const QString text = detail.isEmpty() ? QString() : QStringLiteral(": ") + escapedText(detail);
        const QString line = QStringLiteral("- %1 %2%3\n")
                                 .arg(
                                     place(summary.time, summary.connection),
                                     CommandText::tr(capture::eventWord(summary.eventKind)), text);
        m_write(line.toUtf8());
        return {};
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("number").null();
    json.key("connection").number(summary.connection.value);
    json.key("time").string(isoText(summary.time));
    json.key("event").string(QLatin1String(capture::eventWord(summary.eventKind)));
    json.key("detail").string(words);
    writeEventFields(json, *event);
    if (begins)
        json.key("path").escaped(connection->pipe);
    json.endObject();
    m_write(text + '\n');
    return {};
}

Status MessagePrinter::printMessage(const Item &item)
{
    const auto record = item.list.read(item.position);
    if (!record)
        return failure(record.error());
    const auto connection = item.list.connection(record->connection);
    const std::optional<Side> ours = connection ? connection->ours : std::nullopt;
    if (connection && !m_format.framedAgain)
        m_format.decoder.setFraming(connection->framing);
    m_format.decoder.setItem(item.list, item.position);
    if (!m_format.json) {
        printLine(*record, item.number, ours);
        return {};
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("number").number(item.number);
    json.key("connection").number(record->connection.value);
    json.key("wire").base64(record->wire.view());
    writeMessageFields(json, *record, ours);
    if (item.request) {
        json.key("reply_to").number(*item.request);
    }
    if (item.latency)
        json.key("latency").literal(
            QByteArray::number(static_cast<double>(*item.latency) / static_cast<double>(nanosecondsPerSecond), 'g', 9));
    m_format.decoder.write(json, *record);
    json.endObject();
    m_write(text + '\n');
    return {};
}

} // namespace pipeglass::exporting
