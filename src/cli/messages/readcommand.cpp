// SPDX-License-Identifier: MIT
#include "capture/eventword.h"
#include "capture/format/eventdata.h"
#include "capture/recording.h"
#include "cli/commandtext.h"
#include "cli/messages/decodingtext.h"
#include "cli/messages/messagejson.h"
#include "cli/messages/talkoptions.h"
#include "cli/streams/hexdump.h"
#include "cli/verb.h"
#include "conversation/reframedmessages.h"
#include "core/bytetext.h"

#include <QTimer>

#include <chrono>
#include <limits>

namespace pipeglass::cli {

namespace {

/// `pipeglass read`: prints a recording, in slices, so that interrupts are handled in between.
class ReadCommand : public Command {
public:
    struct Options {
        QByteArray path;
        bool json = false;
        bool hexDump = false;
        MessageDecoder decoder;
        bool events = false;
        bool follow = false;
        framing::FramingPtr framing; ///< cuts the streams again; null: messages as recorded
    };

    ReadCommand(Options options, Streams streams);

    void start() override;
    void outputClosed() override;

protected:
    void onInterrupt() override;

private:
    void printSlice();
    void readMore();
    [[nodiscard]] Status cutMore();
    void finishUp();
    [[nodiscard]] Status printNext();
    [[nodiscard]] Status printEvent(const capture::RecordSummary &summary);
    [[nodiscard]] Status printMessage();

    Options m_options;
    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null without --framing
    capture::MessageListPtr m_list; ///< the list that is printed
    QTimer m_again; ///< runs while the file is followed and has nothing new
    bool m_atEnd = false; ///< everything in the file was read
    quint64 m_next = 0; ///< next item of the list, which includes events
    quint64 m_number = 0; ///< of the last printed message, from 1
};

QString readDescription()
{
    return CommandText::tr(
        "Prints a recording (of echo --record, send --record or the window), one line for each\n"
        "message. A recording that was cut off by a crash is printed up to there, with exit code 0.\n");
}

Result<CommandPtr> makeReadCommand(const Arguments &arguments, Streams streams)
{
    ReadCommand::Options options;
    options.path = arguments.operands().front();
    options.json = arguments.has("--json");
    options.hexDump = arguments.has("--hex-dump");
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    options.events = arguments.has("--events");
    options.follow = arguments.has("--follow");
    const auto framing = chosenFraming(arguments, streams.framings);
    if (!framing)
        return failure(framing.error());
    options.framing = *framing;
    options.decoder =
        MessageDecoder(arguments, streams.decoders, *framing == nullptr ? QByteArray() : (*framing)->id());
    return std::make_unique<ReadCommand>(std::move(options), streams);
}

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
    } else if (event.kind == capture::EventKind::DescriptorsPassed || event.kind == capture::EventKind::Missed) {
        json.key("count").number(event.messages);
    } else if (event.kind == capture::EventKind::Lost) {
        json.key("messages").number(event.messages);
        json.key("bytes").number(event.bytes);
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

Verb readVerb()
{
    return {
        "read",
        "FILE",
        1,
        1,
        CommandText::tr("print a recording"),
        readDescription(),
        {
            { "--events", "", CommandText::tr("print events of connections too") },
            { "--follow", "", CommandText::tr("continue with messages added to the file, until interrupted") },
            { "--framing", "F", CommandText::tr("cut the recorded bytes with another framing") },
            hexDumpFlag(),
            decodeFlag(),
            { "--json", "", CommandText::tr("print one JSON object per line for each message") },
        },
        makeReadCommand,
    };
}

ReadCommand::ReadCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
    constexpr std::chrono::milliseconds lookAgain{ 200 };
    m_again.setSingleShot(true);
    m_again.setInterval(lookAgain);
    connect(&m_again, &QTimer::timeout, this, &ReadCommand::readMore);
}

void ReadCommand::start()
{
    auto begun = capture::Recording::begin(m_options.path);
    if (!begun) {
        fail(begun.error());
        return;
    }
    m_recording = std::move(*begun);
    m_list = m_recording;
    if (m_options.framing != nullptr) {
        m_reframed = std::make_shared<conversation::ReframedMessages>(
            m_recording, PerSide<framing::FramingPtr>{ m_options.framing, m_options.framing });
        m_list = m_reframed;
    }
    printSlice();
}

void ReadCommand::outputClosed() { finish(ExitCode::Good); }

void ReadCommand::onInterrupt()
{
    if (!m_options.follow || m_recording == nullptr) {
        Command::onInterrupt();
        return;
    }
    // The normal end of --follow: print what is there.
    m_again.stop();
    m_atEnd = true;
    m_recording->finishReading();
    (void)cutMore();
    printSlice();
}

/// Prints the known items, then scans more of the file.
void ReadCommand::printSlice()
{
    constexpr quint64 recordsASlice = 256;
    if (isFinished())
        return;
    const quint64 end = qMin(m_list->count(), m_next + recordsASlice);
    while (m_next < end && out().state() == Output::State::Good) {
        if (const Status printed = printNext(); !printed) {
            fail(printed.error());
            return;
        }
        ++m_next;
    }
    if (out().state() != Output::State::Good)
        finish(ExitCode::Good);
    else if (m_next < m_list->count())
        QMetaObject::invokeMethod(this, &ReadCommand::printSlice, Qt::QueuedConnection);
    else if (m_atEnd)
        finishUp();
    else
        readMore();
}

void ReadCommand::readMore()
{
    constexpr qint64 bytesPerSlice = qint64{ 4 } << 20U;
    const quint64 before = m_recording->count();
    const auto more = m_recording->readMore(bytesPerSlice);
    if (!more) {
        fail(more.error());
        return;
    }
    const bool isNew = m_recording->count() > before;
    if (!*more && !isNew && m_options.follow) {
        out().flush();
        m_again.start();
        return;
    }
    if (!*more && !m_options.follow) {
        m_recording->finishReading();
        m_atEnd = true;
    }
    if (const Status cut = cutMore(); !cut) {
        fail(cut.error());
        return;
    }
    QMetaObject::invokeMethod(this, &ReadCommand::printSlice, Qt::QueuedConnection);
}

Status ReadCommand::cutMore()
{
    if (m_reframed == nullptr)
        return {};
    const auto more = m_reframed->cutMore(m_recording->count());
    if (!more)
        return failure(more.error());
    if (m_atEnd)
        m_reframed->finish();
    return {};
}

void ReadCommand::finishUp()
{
    if (m_recording->isCutOff()) {
        out().flush();
        say(CommandText::tr("The recording was cut off; everything before that was printed."));
    }
    finish(ExitCode::Good);
}

Status ReadCommand::printNext()
{
    const capture::RecordSummary summary = m_list->summary(m_next);
    return summary.isEvent ? printEvent(summary) : printMessage();
}

Status ReadCommand::printEvent(const capture::RecordSummary &summary)
{
    if (!m_options.events)
        return {};
    const auto event = m_list->event(m_next);
    if (!event)
        return failure(event.error());
    const QString words = detailOf(*event);
    if (!m_options.json) {
        const QString text = words.isEmpty() ? QString() : QStringLiteral(": ") + escapedText(words.toUtf8());
        const QString line =
            QStringLiteral("- %1 %2%3\n")
                .arg(place(summary.time, summary.connection), CommandText::tr(capture::eventWord(summary.eventKind)), text);
        out().write(line.toUtf8());
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
    json.endObject();
    out().write(text + '\n');
    return {};
}

Status ReadCommand::printMessage()
{
    const auto record = m_list->read(m_next);
    if (!record)
        return failure(record.error());
    ++m_number;
    const auto connection = m_list->connection(record->connection);
    const std::optional<Side> ours = connection ? connection->ours : std::nullopt;
    if (connection && m_options.framing == nullptr)
        m_options.decoder.setFraming(connection->framing);
    if (!m_options.json) {
        const QByteArrayView payload = record->payload().view();
        const QString head = CommandText::tr("%1 %2 %3 %4 bytes%5")
                                 .arg(
                                     QString::number(m_number), place(record->time, record->connection),
                                     directionText(record->from, ours), QString::number(payload.size()),
                                     record->isMalformed() ? CommandText::tr(" malformed") : QString());
        const QByteArray body = m_options.hexDump
            ? '\n' + hexDump(payload)
            : ": " + previewText(payload, std::numeric_limits<qsizetype>::max()).toUtf8() + '\n';
        out().write(head.toUtf8() + body + m_options.decoder.text(*record));
        return {};
    }
    QByteArray text;
    JsonWriter json(text);
    json.beginObject();
    json.key("number").number(m_number);
    json.key("connection").number(record->connection.value);
    json.key("wire").base64(record->wire.view());
    writeMessageFields(json, *record, ours);
    m_options.decoder.write(json, *record);
    json.endObject();
    out().write(text + '\n');
    return {};
}

} // namespace pipeglass::cli
