// SPDX-License-Identifier: MIT
#include "cli/messages/readcommand.h"

#include "cli/messages/messagejson.h"
#include "cli/messages/talkoptions.h"
#include "cli/streams/hexdump.h"
#include "core/bytetext.h"

#include <limits>

namespace pipeglass::cli {

namespace {

const char *const readDescription =
    "Prints a recording (of echo --record, send --record or the window): a line for each\n"
    "message. One that was cut off by a crash is printed up to the cut, which is a good end.\n";

Result<CommandPtr> makeReadCommand(const Arguments &arguments, Streams streams)
{
    ReadCommand::Options options;
    options.path = arguments.operands().front();
    options.json = arguments.has("--json");
    options.hexDump = arguments.has("--hex-dump");
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    options.events = arguments.has("--events");
    return std::make_unique<ReadCommand>(std::move(options), streams);
}

QLatin1String word(capture::EventKind kind)
{
    switch (kind) {
    case capture::EventKind::Connected:
        return QLatin1String("connected");
    case capture::EventKind::HalfClosed:
        return QLatin1String("half-closed");
    case capture::EventKind::Closed:
        return QLatin1String("closed");
    case capture::EventKind::Refused:
        return QLatin1String("refused");
    case capture::EventKind::Note:
        break;
    }
    return QLatin1String("note");
}

QString place(Timestamp time, ConnectionId connection)
{
    return QStringLiteral("%1 #%2").arg(isoText(time)).arg(connection.value);
}

} // namespace

const Verb &ReadCommand::verb()
{
    static const Verb verb{
        "read",
        "FILE",
        1,
        1,
        "print a recording",
        readDescription,
        {
            { "--events", "", "print connections coming and going too" },
            hexDumpFlag(),
            { "--json", "", "print an object a line for each message" },
        },
        makeReadCommand,
    };
    return verb;
}

ReadCommand::ReadCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
}

ReadCommand::~ReadCommand() = default;

void ReadCommand::start()
{
    auto opened = capture::Recording::open(m_options.path);
    if (!opened) {
        fail(opened.error());
        return;
    }
    m_recording = std::move(*opened);
    printSlice();
}

void ReadCommand::printSlice()
{
    constexpr quint64 recordsASlice = 256;
    if (isFinished())
        return;
    const quint64 end = qMin(m_recording->count(), m_next + recordsASlice);
    while (m_next < end && out().state() == Output::State::Good) {
        if (const Status printed = printNext(); !printed) {
            fail(printed.error());
            return;
        }
        ++m_next;
    }
    if (m_next < m_recording->count() && out().state() == Output::State::Good) {
        QMetaObject::invokeMethod(this, &ReadCommand::printSlice, Qt::QueuedConnection);
        return;
    }
    if (m_recording->isCutOff()) {
        out().flush();
        say(QStringLiteral("The recording was cut off; this is what it holds up to the cut."));
    }
    finish(ExitCode::Good);
}

Status ReadCommand::printNext()
{
    const capture::RecordSummary summary = m_recording->summary(m_next);
    return summary.isEvent ? printEvent(summary) : printMessage();
}

Status ReadCommand::printEvent(const capture::RecordSummary &summary)
{
    if (!m_options.events)
        return {};
    const auto words = m_recording->eventText(m_next);
    if (!words)
        return failure(words.error());
    if (!m_options.json) {
        const QString text = words->isEmpty() ? QString() : QStringLiteral(": ") + escapedText(words->toUtf8());
        const QString line =
            QStringLiteral("- %1 %2%3\n").arg(place(summary.time, summary.connection), word(summary.eventKind), text);
        out().write(line.toUtf8());
        return {};
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("number");
    json.null();
    json.key("connection");
    json.number(summary.connection.value);
    json.key("time");
    json.string(isoText(summary.time));
    json.key("event");
    json.string(word(summary.eventKind));
    json.key("detail");
    json.string(*words);
    json.endObject();
    out().write(text + '\n');
    return {};
}

Status ReadCommand::printMessage()
{
    const auto record = m_recording->read(m_next);
    if (!record)
        return failure(record.error());
    ++m_number;
    if (!m_options.json) {
        const QByteArrayView payload = record->payload().view();
        const QString head =
            QStringLiteral("%1 %2 %3 %4 bytes%5")
                .arg(
                    QString::number(m_number), place(record->time, record->connection), word(record->direction),
                    QString::number(payload.size()), record->malformed ? QLatin1String(" malformed") : QLatin1String());
        const QByteArray body = m_options.hexDump
            ? '\n' + hexDump(payload)
            : ": " + previewText(payload, std::numeric_limits<qsizetype>::max()).toUtf8() + '\n';
        out().write(head.toUtf8() + body);
        return {};
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("number");
    json.number(m_number);
    json.key("connection");
    json.number(record->connection.value);
    json.key("wire");
    json.base64(record->wire.view());
    writeMessageFields(json, *record);
    json.endObject();
    out().write(text + '\n');
    return {};
}

} // namespace pipeglass::cli
