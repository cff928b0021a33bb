// SPDX-License-Identifier: MIT
#include "capture/recording.h"
#include "cli/commandtext.h"
#include "cli/messages/decodingtext.h"
#include "cli/messages/talkoptions.h"
#include "cli/reading/messagestats.h"
#include "cli/verb.h"
#include "conversation/filterrun.h"
#include "conversation/reframedmessages.h"
#include "exporting/messageprinter.h"
#include "exporting/rawexport.h"
#include "exporting/recordingcopy.h"

#include <QTimer>

#include <chrono>

namespace pipeglass::cli {

namespace {

using exporting::MessagePrinter;
using exporting::MessageSink;

/// `pipeglass read`: prints a recording, in slices, so that interrupts are handled in between.
class ReadCommand : public Command {
public:
    struct Options {
        QByteArray path;
        bool follow = false;
        framing::FramingPtr framing; ///< cuts the streams again; null: messages as recorded
        filter::Filter filter;
        std::unique_ptr<MessageSink> sink;
        bool needsLatency = false;
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
    [[nodiscard]] Status takeNext();

    Options m_options;
    capture::RecordingPtr m_recording;
    std::shared_ptr<conversation::ReframedMessages> m_reframed; ///< null without --framing
    capture::MessageListPtr m_list; ///< the list that is printed
    std::optional<conversation::FilterRun> m_run; ///< its position is the next item, also an event
    QTimer m_again; ///< runs while the file is followed and has nothing new
    bool m_atEnd = false; ///< everything in the file was read
    bool m_interrupted = false;
};

QString readDescription()
{
    return CommandText::tr(
        "Prints a recording (of echo --record, send --record or the window), one line for each\n"
        "message. A recording that was cut off by a crash is printed up to there, with exit code 0.\n"
        "\n"
        "A filter compares fields: from, direction, length, connection, time, latency, malformed, event,\n"
        "text, payload, number, marked, note; with == != < <= > >= contains matches, and, or, not and\n"
        "parentheses:\n"
        "    pipeglass read FILE --filter 'from == server and (latency > 5ms or text contains \"error\")'\n");
}

Result<filter::Filter> chosenFilter(const Arguments &arguments)
{
    const auto text = arguments.last("--filter");
    if (!text)
        return filter::Filter();
    const QString filter = QString::fromUtf8(*text);
    auto parsed = filter::Filter::parse(filter);
    if (!parsed) {
        const QString problem = filter::problemText(filter, parsed.error());
        return failure(ErrorCode::InvalidArgument, {}, CommandText::tr("The filter is wrong:\n%1").arg(problem));
    }
    return std::move(*parsed);
}

Result<std::unique_ptr<MessageSink>>
chosenSink(const Arguments &arguments, const Streams &streams, const framing::FramingPtr &framing)
{
    const QByteArray exported = arguments.last("--export").value_or(QByteArray());
    const auto isTo = [&exported](QByteArrayView kind) {
        return exported.startsWith(kind) && exported.size() > kind.size();
    };
    constexpr QByteArrayView raw("raw:");
    constexpr QByteArrayView pcapng("pcapng:");
    if (arguments.has("--export") && !isTo(raw) && !isTo(pcapng) && exported != "jsonl" && exported != "text")
        return failure(
            ErrorCode::InvalidArgument, exported,
            CommandText::tr("expected jsonl, text, pcapng:FILE or raw:DIRECTORY"));
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    if (arguments.has("--stats"))
        return std::make_unique<MessageStats>(streams.out, arguments.has("--json"));
    if (isTo(raw))
        return std::make_unique<exporting::RawExport>(exported.sliced(raw.size()));
    if (isTo(pcapng)) {
        auto copy = exporting::RecordingCopy::create(exported.sliced(pcapng.size()));
        if (!copy)
            return failure(copy.error());
        if (framing != nullptr)
            (*copy)->setFraming({ framing->id(), framing->id() });
        return std::move(*copy);
    }
    MessagePrinter::Format format;
    format.json = arguments.has("--json") || exported == "jsonl";
    format.hexDump = arguments.has("--hex-dump");
    format.events = arguments.has("--events");
    format.framedAgain = framing != nullptr;
    auto decoder = messageDecoder(arguments, streams.decoders, framing == nullptr ? QByteArray() : framing->id());
    if (!decoder)
        return failure(decoder.error());
    format.decoder = *std::move(decoder);
    const auto write = [&out = streams.out](QByteArrayView bytes) { out.write(bytes); };
    return std::make_unique<MessagePrinter>(write, std::move(format));
}

Result<CommandPtr> makeReadCommand(const Arguments &arguments, Streams streams)
{
    ReadCommand::Options options;
    options.path = arguments.operands().front();
    options.follow = arguments.has("--follow");
    const auto framing = chosenFraming(arguments, streams.framings);
    if (!framing)
        return failure(framing.error());
    options.framing = *framing;
    auto filter = chosenFilter(arguments);
    if (!filter)
        return failure(filter.error());
    options.filter = std::move(*filter);
    auto sink = chosenSink(arguments, streams, options.framing);
    if (!sink)
        return failure(sink.error());
    options.sink = std::move(*sink);
    options.needsLatency = arguments.has("--stats") || arguments.has("--json");
    return std::make_unique<ReadCommand>(std::move(options), streams);
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
            { "--filter", "E", CommandText::tr("only messages that match this expression") },
            { "--stats", "", CommandText::tr("print how many messages there are, and how fast they were answered") },
            { "--export", "WHAT",
              CommandText::tr("jsonl, text, pcapng:FILE, or raw:DIRECTORY: a file for each stream") },
            hexDumpFlag(),
            decodeFlag(),
            protoFlag(),
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
    m_run.emplace(std::move(m_options.filter), m_list, m_options.needsLatency);
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
    m_interrupted = true;
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
    const quint64 end = qMin(m_list->count(), m_run->position() + recordsASlice);
    while (m_run->position() < end && out().state() == Output::State::Good) {
        if (const Status taken = takeNext(); !taken) {
            fail(taken.error());
            return;
        }
    }
    if (out().state() != Output::State::Good)
        finish(ExitCode::Good);
    else if (!m_run->isAtEnd())
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
    if (const Status finished = m_options.sink->finish(); !finished) {
        fail(finished.error());
        return;
    }
    if (m_recording->isCutOff()) {
        out().flush();
        say(CommandText::tr("The recording was cut off; everything before that was printed."));
    }
    finish(m_interrupted ? ExitCode::Interrupted : ExitCode::Good);
}

Status ReadCommand::takeNext()
{
    const quint64 position = m_run->position();
    const Result<bool> matches = m_run->next();
    if (!matches)
        return failure(matches.error());
    if (!*matches)
        return {};
    const auto &request = m_run->request();
    const std::optional<quint64> answered = request ? std::optional(request->number) : std::nullopt;
    return m_options.sink->take({ *m_list, position, m_run->number(), answered, m_run->latency() });
}

} // namespace pipeglass::cli
