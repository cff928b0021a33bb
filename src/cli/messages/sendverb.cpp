// SPDX-License-Identifier: MIT
#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "cli/messages/sendcommand.h"
#include "cli/messages/talkoptions.h"

#include <algorithm>
#include <limits>

namespace pipeglass::cli {

namespace {

const char *const sendDescription =
    "Plays the client of a pipe: sends each TEXT as a message, prints the payload of each\n"
    "reply on a line of its own, and ends when as many replies as messages have come.\n"
    "--until-closed, --until and --for read on instead.\n"
    "Without a TEXT it only reads. The TEXT \"-\" stands for the lines of stdin, each a\n"
    "message, as they come. Texts, --hex and --file are sent in the order given.\n"
    "NAME is a .NET pipe name, a full path, a file name from the list, or DEVICE:INODE.\n";

/// Says it now, before anything is connected, where the framing cannot carry this message.
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
        return addMessage(options, options.encoding.encode(word.value));
    const bool twice = std::any_of(options.items.begin(), options.items.end(), [](const SendSource::Item &item) {
        return item.kind == SendSource::Item::Kind::Lines;
    });
    if (twice)
        return failure(ErrorCode::InvalidArgument, word.value, CommandText::tr("stdin can be read once only"));
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
            ErrorCode::InvalidArgument, text, CommandText::tr("it takes seconds, more than 0, such as 10 or 0.5"));
    return milliseconds;
}

/// What ends it: --replies, --until-closed, --until, --for.
Status addEnd(SendCommand::Options &options, const Arguments &arguments)
{
    if (const auto replies = arguments.last("--replies")) {
        for (const QByteArrayView other : { "--until-closed", "--until" }) {
            if (arguments.has(other))
                return failure(
                    ErrorCode::InvalidArgument, other.toByteArray(),
                    CommandText::tr("--replies says already when to end"));
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
    // Within a time that was asked for, a silence is no fault unless that was asked for too.
    options.endsBySilence = *total == 0 || arguments.has("--timeout");
    return {};
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
    options.crLf = talk->crLf;
    options.request.timeoutMs = *timeout;
    if (const auto encoding = arguments.last("--encoding")) {
        auto named = TextEncoding::named(*encoding);
        if (!named)
            return failure(named.error());
        options.encoding = std::move(*named);
    }
    if (const Status ends = addEnd(options, arguments); !ends)
        return failure(ends.error());
    if (const Status added = addWords(options, arguments); !added)
        return failure(added.error());
    return std::make_unique<SendCommand>(std::move(options), streams);
}

} // namespace

const Verb &SendCommand::verb()
{
    static const Verb verb{
        "send",
        "NAME [TEXT...]",
        1,
        std::numeric_limits<size_t>::max(),
        "be a client: send messages to a pipe and print the replies",
        sendDescription,
        {
            { "--hex", "H", "a message of these bytes, in hex digits" },
            { "--file", "F", "a message of the bytes of this file" },
            framingFlag(),
            crLfFlag(),
            { "--encoding", "E", "of texts and replies: utf-8 (default), utf-16le, latin1, ..." },
            { "--replies", "N", "end after N replies; 0 ends when all was sent" },
            { "--until-closed", "", "read until the other side ends the link, a good end" },
            { "--until", "REGEX", "read until a message matches (Perl regular expression)" },
            { "--for", "S", "read for this many seconds in all, a good end" },
            { "--timeout", "S", "the longest silence in seconds, 10 unless given; 0 is for ever" },
            limitFlag(),
            diskFullFlag(),
            { "--record", "FILE", "keep the conversation in a new file (pcapng)" },
            hexDumpFlag(),
            { "--json", "", "print an object a line for each message, sent and received" },
        },
        makeSendCommand,
    };
    return verb;
}

} // namespace pipeglass::cli
