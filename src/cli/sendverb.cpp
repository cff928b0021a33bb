// SPDX-License-Identifier: MIT
#include "cli/sendcommand.h"
#include "cli/talkoptions.h"
#include "cli/values.h"

#include <algorithm>
#include <limits>

namespace pipeglass::cli {

namespace {

const char *const description = "Plays the client of a pipe: sends each TEXT as a message, prints the payload of each\n"
                                "reply on a line of its own, and ends when as many replies as messages have come.\n"
                                "Without a TEXT it only reads. The TEXT \"-\" stands for the lines of stdin, each a\n"
                                "message, as they come. Texts, --hex and --file are sent in the order given.\n"
                                "NAME is a .NET pipe name, a full path, a file name from the list, or DEVICE:INODE.\n";

/// Says it now, before anything is connected, where the framing cannot carry this message.
Status checkEncodable(const QByteArray &payload, const SendCommand::Options &options)
{
    const auto frame = options.request.framing->encode(payload, options.request.limit);
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
        return failure(ErrorCode::InvalidArgument, word.value, QStringLiteral("stdin can be read once only"));
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

Result<CommandPtr> make(const Arguments &arguments, Streams streams)
{
    SendCommand::Options options;
    options.json = arguments.has("--json");
    const auto talk = talkOptions(arguments);
    if (!talk)
        return failure(talk.error());
    const auto timeout = valueOr(arguments.last("--timeout"), parseSeconds, options.request.timeoutMs);
    if (!timeout)
        return failure(timeout.error());
    options.request.framing = talk->framing;
    options.request.limit = talk->limit;
    options.request.recordTo = talk->recordTo;
    options.request.timeoutMs = *timeout;
    if (const auto encoding = arguments.last("--encoding")) {
        auto named = TextEncoding::named(*encoding);
        if (!named)
            return failure(named.error());
        options.encoding = std::move(*named);
    }
    if (const auto replies = arguments.last("--replies")) {
        const auto count = parseCount(*replies);
        if (!count)
            return failure(count.error());
        options.replies = *count;
    }
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
        description,
        {
            { "--hex", "H", "a message of these bytes, in hex digits" },
            { "--file", "F", "a message of the bytes of this file" },
            framingFlag(),
            { "--encoding", "E", "of texts and replies: utf-8 (default), utf-16le, latin1, ..." },
            { "--replies", "N", "end after N replies; 0 ends when all was sent" },
            { "--timeout", "S", "the longest silence in seconds, 10 unless given; 0 is for ever" },
            limitFlag(),
            { "--record", "FILE", "keep the conversation in a new file (pcapng)" },
            { "--json", "", "print an object a line for each message, sent and received" },
        },
        make,
    };
    return verb;
}

} // namespace pipeglass::cli
