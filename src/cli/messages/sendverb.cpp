// SPDX-License-Identifier: MIT
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/load/loadcommand.h"
#include "cli/messages/sendcommand.h"
#include "cli/messages/talkoptions.h"

#include <algorithm>
#include <limits>

namespace pipeglass::cli {

namespace {

QString sendDescription()
{
    return CommandText::tr(
        "Acts as a client of a pipe: sends each TEXT as a message, prints the payload of each reply\n"
        "on its own line, and ends after as many replies as messages. --until-closed, --until and\n"
        "--for change when it ends.\n"
        "Without a TEXT it only reads. The TEXT \"-\" means the lines of stdin, each one a message.\n"
        "Texts, --hex and --file are sent in the given order.\n"
        "With --count, --rate or --clients it measures a server instead: it sends the texts in turn,\n"
        "and prints a summary with latencies.\n"
        "NAME is a .NET pipe name, an absolute path, a file name from the list, or DEVICE:INODE.\n");
}

/// Fails before connecting if the framing cannot encode a message.
Status checkEncodable(const QByteArray &payload, const SendCommand::Options &options)
{
    const auto frame = options.request.talk.framing.client->encode(payload, Side::Client, options.request.talk.limit);
    return frame ? Status() : Status(failure(frame.error()));
}

Status addMessage(SendCommand::Options &options, Result<QByteArray> payload)
{
    if (!payload)
        return failure(payload.error());
    options.items.push_back({ SendSource::Item::Kind::Payload, *payload });
    return checkEncodable(*payload, options);
}

Status addWord(SendCommand::Options &options, const Arguments::Word &word, bool isName)
{
    if (word.flag == "--hex")
        return addMessage(options, parseHex(word.value));
    if (word.flag == "--file") {
        options.items.push_back({ SendSource::Item::Kind::File, word.value });
        return {};
    }
    if (!word.flag.isEmpty() || isName)
        return {};
    if (word.value != "-")
        return addMessage(options, options.encoder()(word.value));
    const bool twice = std::any_of(options.items.begin(), options.items.end(), [](const SendSource::Item &item) {
        return item.kind == SendSource::Item::Kind::Lines;
    });
    if (twice)
        return failure(ErrorCode::InvalidArgument, word.value, CommandText::tr("stdin can be read only once"));
    options.items.push_back({ SendSource::Item::Kind::Lines, {} });
    return {};
}

Status addWords(SendCommand::Options &options, const Arguments &arguments)
{
    bool nameSeen = false;
    for (const Arguments::Word &word : arguments.words()) {
        const bool isName = word.flag.isEmpty() && !std::exchange(nameSeen, nameSeen || word.flag.isEmpty());
        if (isName)
            options.request.name = word.value;
        if (const Status added = addWord(options, word, isName); !added)
            return added;
    }
    return {};
}

Result<int> parseDuration(const QByteArray &text)
{
    const auto milliseconds = parseSeconds(text);
    if (!milliseconds || *milliseconds == 0)
        return failure(
            ErrorCode::InvalidArgument, text, CommandText::tr("expected seconds, more than 0, such as 10 or 0.5"));
    return milliseconds;
}

/// When to end: --replies, --until-closed, --until, --for.
Status addEnd(SendCommand::Options &options, const Arguments &arguments)
{
    if (const auto replies = arguments.last("--replies")) {
        for (const QByteArrayView other : { "--until-closed", "--until" }) {
            if (arguments.has(other))
                return failure(
                    ErrorCode::InvalidArgument, other.toByteArray(),
                    CommandText::tr("cannot be combined with --replies"));
        }
        const auto count = parseCount(*replies);
        if (!count)
            return failure(count.error());
        options.replies = *count;
    }
    if (const auto until = arguments.last("--until")) {
        auto pattern = UntilPattern::parse(*until);
        if (!pattern)
            return failure(pattern.error());
        options.until = std::move(*pattern);
    }
    options.untilClosed = arguments.has("--until-closed");
    const auto total = valueOr(arguments.last("--for"), parseDuration, 0);
    if (!total)
        return failure(total.error());
    options.totalMs = *total;
    // With --for, silence is no error unless --timeout is given.
    options.endsBySilence = *total == 0 || arguments.has("--timeout");
    return {};
}

/// The decoder of --as, which can write messages too; null without it.
Result<const decoding::Decoder *> textFormat(const Arguments &arguments, const decoding::DecoderRegistry &decoders)
{
    const auto decoder = chosenDecoder(arguments, decoders);
    if (!decoder || *decoder == nullptr)
        return decoder;
    if (!(*decoder)->hasText())
        return failure(
            ErrorCode::InvalidArgument, (*decoder)->id(),
            CommandText::tr("messages of this format cannot be written from their values"));
    if (arguments.has("--encoding"))
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--encoding"),
            CommandText::tr("cannot be combined with --as"));
    return decoder;
}

Result<CommandPtr> makeSendCommand(const Arguments &arguments, Streams streams)
{
    SendCommand::Options options;
    options.json = arguments.has("--json");
    options.hexDump = arguments.has("--hex-dump");
    if (const Status formats = checkFormats(arguments); !formats)
        return failure(formats.error());
    const auto talk = talkOptions(arguments, streams.framings);
    if (!talk)
        return failure(talk.error());
    const auto timeout = valueOr(arguments.last("--timeout"), parseSeconds, options.request.timeoutMs);
    if (!timeout)
        return failure(timeout.error());
    options.request.talk = talk->talk;
    auto decoder = messageDecoder(arguments, streams.decoders, talk->talk.framing.client->id());
    if (!decoder)
        return failure(decoder.error());
    options.decoder = *std::move(decoder);
    options.crLf = talk->crLf;
    options.request.timeoutMs = *timeout;
    if (const auto encoding = arguments.last("--encoding")) {
        auto named = exporting::TextEncoding::named(*encoding);
        if (!named)
            return failure(named.error());
        options.encoding = std::move(*named);
    }
    const auto as = textFormat(arguments, streams.decoders);
    if (!as)
        return failure(as.error());
    options.as = *as;
    const auto types = chosenTypes(arguments);
    if (!types)
        return failure(types.error());
    options.types = *types;
    if (const Status ends = addEnd(options, arguments); !ends)
        return failure(ends.error());
    if (const Status added = addWords(options, arguments); !added)
        return failure(added.error());
    if (asksForLoad(arguments))
        return makeLoadCommand(arguments, std::move(options), streams);
    return std::make_unique<SendCommand>(std::move(options), streams);
}

} // namespace

SendSource::Encode SendCommand::Options::encoder() const
{
    if (as != nullptr)
        return [decoder = as, hint = decoding::Hint{ {}, Side::Client, types }](const QByteArray &text) {
            return decoder->fromText(text, hint);
        };
    return [encoding = encoding](const QByteArray &text) { return encoding.encode(text); };
}

Verb SendCommand::verb()
{
    return {
        "send",
        "NAME [TEXT...]",
        1,
        std::numeric_limits<size_t>::max(),
        CommandText::tr("act as a client: send messages to a pipe and print the replies"),
        sendDescription(),
        {
            { "--hex", "H", CommandText::tr("send these bytes, in hex digits, as a message") },
            { "--file", "F", CommandText::tr("send the bytes of this file as a message") },
            framingFlag(),
            crLfFlag(),
            { "--as", "D",
              CommandText::tr("each TEXT is values in JSON, sent as messagepack, cbor, bson, protobuf, @FILE") },
            { "--encoding", "E", CommandText::tr("encoding of texts and replies: utf-8 (default), utf-16le, ...") },
            { "--replies", "N", CommandText::tr("end after N replies; 0: end when everything was sent") },
            { "--until-closed", "", CommandText::tr("read until the other side closes the connection") },
            { "--until", "REGEX", CommandText::tr("read until a message matches (Perl regular expression)") },
            { "--for", "S", CommandText::tr("read for this many seconds in total") },
            { "--timeout", "S", CommandText::tr("longest silence in seconds, default 10; 0: no limit") },
            { "--count", "N", CommandText::tr("measure: send N messages in total") },
            { "--rate", "R", CommandText::tr("measure: send R messages a second in total") },
            { "--clients", "C", CommandText::tr("measure: connect C clients at once, default 1") },
            limitFlag(),
            diskFullFlag(),
            ringFlag(),
            { "--record", "FILE", CommandText::tr("record the conversation in a new file (pcapng)") },
            hexDumpFlag(),
            decodeFlag(),
            protoFlag(),
            { "--json", "", CommandText::tr("print one JSON object per line for each message") },
        },
        makeSendCommand,
    };
}

} // namespace pipeglass::cli
