// SPDX-License-Identifier: MIT
#include "cli/commandtext.h"
#include "cli/messages/decodingtext.h"
#include "cli/messages/messagejson.h"
#include "cli/messages/talkoptions.h"
#include "cli/verb.h"
#include "core/bytetext.h"
#include "core/uniquefd.h"
#include "framing/guess.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

/// `pipeglass decode`: cuts a file with the bytes of one side into messages and decodes them.
class DecodeCommand : public Command {
public:
    struct Options {
        QByteArray path; ///< "-": stdin
        framing::FramingPtr framing; ///< null: guessed
        const decoding::Decoder *decoder = nullptr; ///< null: chosen for each message
        decoding::MessageTypesPtr types{}; ///< of messages of protobuf; may be null
        bool guess = false; ///< print the guessed framings only
        bool json = false;
        bool values = false; ///< print the values of each message in JSON only
    };

    DecodeCommand(Options options, Streams streams);

    void start() override;
    void outputClosed() override { finish(ExitCode::Good); }

private:
    void readMore();
    void take(const Slice &bytes);
    void takeEnd();
    void guess();
    void printGuesses(const std::vector<framing::Guess> &guesses);
    void print(const std::vector<framing::Frame> &frames);
    void printFrame(const framing::Frame &frame);
    void printValues(const framing::Frame &frame);
    [[nodiscard]] decoding::Hint hint() const;

    Options m_options;
    UniqueFd m_file; ///< not for stdin
    std::unique_ptr<QSocketNotifier> m_notifier;
    QByteArray m_sample; ///< the start of the stream, until a framing is chosen
    std::unique_ptr<framing::Framer> m_framer; ///< null until then
    quint64 m_number = 0;
    qint64 m_offset = 0; ///< of the next frame, in the stream
    bool m_malformed = false;
    decoding::HeaderTracker m_headers; ///< of HTTP/2
};

QString decodeDescription()
{
    return CommandText::tr(
        "Reads FILE (\"-\": standard input), the bytes that one side of a connection has written; cuts\n"
        "them into messages, and prints each with its values as a tree. The format of a message is\n"
        "recognized; --as names it. Ends with exit code 1 if a message was malformed.\n");
}

Result<CommandPtr> makeDecodeCommand(const Arguments &arguments, Streams streams)
{
    DecodeCommand::Options options;
    options.path = arguments.operands().front();
    options.json = arguments.has("--json");
    options.guess = arguments.has("--guess");
    options.values = arguments.has("--values");
    if (arguments.last("--framing").value_or("auto") != "auto") {
        const auto framing = chosenFraming(arguments, streams.framings);
        if (!framing)
            return failure(framing.error());
        options.framing = *framing;
    }
    const auto decoder = chosenDecoder(arguments, streams.decoders);
    if (!decoder)
        return failure(decoder.error());
    options.decoder = *decoder;
    const auto types = chosenTypes(arguments);
    if (!types)
        return failure(types.error());
    if (*types && *decoder != nullptr && (*decoder)->id() != "protobuf")
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--proto"),
            CommandText::tr("is for messages of protobuf, not of %1").arg(QString::fromUtf8((*decoder)->id())));
    options.types = *types;
    return std::make_unique<DecodeCommand>(std::move(options), streams);
}

} // namespace

Verb decodeVerb()
{
    return {
        "decode",
        "FILE",
        1,
        1,
        CommandText::tr("print the messages of a stream in a file, with their values"),
        decodeDescription(),
        {
            { "--framing", "F",
              CommandText::tr("framing of messages: int32le, line, @FILE, ...; default auto: guessed") },
            { "--as", "D",
              CommandText::tr("format of the messages: json, messagepack, protobuf, ...; default: recognized") },
            protoFlag(),
            { "--guess", "", CommandText::tr("only print which framings fit, the best first, with the reason") },
            { "--values", "", CommandText::tr("print only the values of messages, as send --as takes them") },
            { "--json", "", CommandText::tr("print one JSON object per line for each message") },
        },
        makeDecodeCommand,
    };
}

DecodeCommand::DecodeCommand(Options options, Streams streams)
    : Command(streams)
    , m_options(std::move(options))
{
    if (m_options.framing != nullptr && !m_options.guess)
        m_framer = m_options.framing->makeFramer(Side::Client);
}

void DecodeCommand::start()
{
    int fd = streams().in;
    if (m_options.path != "-") {
        m_file = UniqueFd(::open(m_options.path.constData(), O_RDONLY | O_CLOEXEC));
        if (!m_file.isValid()) {
            fail(systemError(errno, m_options.path));
            return;
        }
        fd = m_file.get();
    }
    // A notifier on a closed stdin would print a warning.
    if (::fcntl(fd, F_GETFD) < 0) {
        takeEnd();
        return;
    }
    m_notifier = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &DecodeCommand::readMore);
}

void DecodeCommand::readMore()
{
    constexpr qsizetype readAtOnce = qsizetype{ 256 } << 10U;
    if (isFinished())
        return;
    QByteArray chunk(readAtOnce, Qt::Uninitialized);
    const ssize_t size = ::read(static_cast<int>(m_notifier->socket()), chunk.data(), static_cast<size_t>(readAtOnce));
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    if (size < 0) {
        fail(systemError(errno, m_options.path));
        return;
    }
    if (size > 0) {
        take({ chunk, 0, size });
        return;
    }
    m_notifier->setEnabled(false);
    takeEnd();
}

void DecodeCommand::take(const Slice &bytes)
{
    constexpr qsizetype sampleSize = qsizetype{ 64 } << 10U;
    if (m_framer != nullptr) {
        print(m_framer->feed(bytes));
        return;
    }
    m_sample.append(bytes.view());
    if (m_sample.size() >= sampleSize)
        guess();
}

void DecodeCommand::takeEnd()
{
    if (m_framer == nullptr)
        guess();
    if (isFinished())
        return;
    print(m_framer->finish());
    finish(m_malformed ? ExitCode::Failed : ExitCode::Good);
}

void DecodeCommand::guess()
{
    const auto guesses = framing::guessFraming(streams().framings, { {}, {}, m_sample, {} });
    if (m_options.guess) {
        printGuesses(guesses);
        finish(ExitCode::Good);
        return;
    }
    m_options.framing = guesses.front().framing;
    if (!m_sample.isEmpty())
        say(CommandText::tr("Framing %1: %2.")
                .arg(QString::fromLatin1(m_options.framing->id()), guesses.front().reason));
    m_framer = m_options.framing->makeFramer(Side::Client);
    print(m_framer->feed(std::exchange(m_sample, {})));
}

void DecodeCommand::printGuesses(const std::vector<framing::Guess> &guesses)
{
    QByteArray text;
    exporting::JsonWriter json(text);
    if (m_options.json)
        json.beginArray();
    for (const framing::Guess &one : guesses) {
        const QString score = QString::number(one.score, 'f', 2);
        if (!m_options.json) {
            text += one.framing->id().leftJustified(16) + ' ' + score.toLatin1() + "  " + one.reason.toUtf8() + '\n';
            continue;
        }
        json.beginObject();
        json.key("framing").string(QLatin1String(one.framing->id()));
        json.key("score").literal(score.toLatin1());
        json.key("reason").string(one.reason);
        json.endObject();
    }
    if (m_options.json) {
        json.endArray();
        text += '\n';
    }
    out().write(text);
    out().flush();
}

void DecodeCommand::print(const std::vector<framing::Frame> &frames)
{
    for (const framing::Frame &frame : frames) {
        if (isFinished() || out().state() != Output::State::Good)
            return;
        printFrame(frame);
    }
    out().flush();
}

decoding::Hint DecodeCommand::hint() const
{
    return { m_options.framing->id().split('/').first(), std::nullopt, m_options.types,
             m_headers.state({}, Side::Client) };
}

/// A line for each message that has the format.
void DecodeCommand::printValues(const framing::Frame &frame)
{
    const decoding::Hint known = hint();
    const decoding::DecoderRegistry &decoders = streams().decoders;
    const decoding::Decoder *decoder = m_options.decoder != nullptr ? m_options.decoder : decoders.find(known.framing);
    if (decoder == nullptr && known.types != nullptr)
        decoder = decoders.find("protobuf");
    if (decoder == nullptr)
        decoder = decoders.find(decoders.decode(frame.payload().view(), known).decoder);
    ++m_number;
    if (decoder == nullptr || !decoder->hasText()) {
        fail({ ErrorCode::InvalidArgument, 0, known.framing,
               CommandText::tr("--values needs a format that describes messages; name it with --as") });
        return;
    }
    const auto text = decoder->toText(frame.payload().view(), known);
    if (text && !frame.isMalformed()) {
        out().write(*text + '\n');
        return;
    }
    m_malformed = true;
    say(CommandText::tr("Message %1 is not one of the format %2.").arg(m_number).arg(QString::fromUtf8(decoder->id())));
}

void DecodeCommand::printFrame(const framing::Frame &frame)
{
    if (m_options.values) {
        printValues(frame);
        return;
    }
    const Slice payload = frame.payload();
    decoding::Decoding decoding;
    if (m_options.decoder != nullptr)
        decoding = streams().decoders.decodeAs(*m_options.decoder, payload.view(), hint());
    else if (!frame.isMalformed())
        decoding = streams().decoders.decode(payload.view(), hint());
    if (m_options.framing->id().startsWith("http2") && !frame.isMalformed())
        m_headers.add({}, Side::Client, payload.view());
    ++m_number;
    m_malformed |= frame.isMalformed();
    if (m_options.json) {
        QByteArray text;
        exporting::JsonWriter json(text);
        json.beginObject();
        json.key("number").number(m_number);
        json.key("offset").number(m_offset);
        json.key("wire_size").number(frame.wire.size());
        json.key("payload_size").number(payload.size());
        json.key("malformed").boolean(frame.isMalformed());
        json.key("payload").base64(payload.view());
        writeDecoding(json, decoding);
        json.endObject();
        out().write(text + '\n');
    } else {
        const QString head =
            CommandText::tr("%1 offset %2 %3 bytes%4: ")
                .arg(
                    QString::number(m_number), QString::number(m_offset), QString::number(payload.size()),
                    frame.isMalformed() ? CommandText::tr(" malformed") : QString());
        out().write(
            (head + previewText(payload.view(), exporting::previewCharacters)).toUtf8() + '\n'
            + decodingText(decoding));
    }
    m_offset += frame.wire.size();
}

} // namespace pipeglass::cli
