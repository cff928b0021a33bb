// SPDX-License-Identifier: MIT
#include "cli/messages/talkoptions.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"

namespace pipeglass::cli {

Result<TalkOptions> talkOptions(const Arguments &arguments)
{
    const auto framing = valueOr(arguments.last("--framing"), parseFraming, framing::defaultFraming());
    if (!framing)
        return failure(framing.error());
    const auto limit = valueOr(arguments.last("--limit"), parseLimit, framing::defaultLimit);
    if (!limit)
        return failure(limit.error());
    TalkOptions options{ *framing, *limit, arguments.last("--record").value_or(QByteArray()) };
    options.crLf = arguments.has("--crlf");
    if (options.crLf) {
        if (arguments.has("--framing") && options.framing->id() != "line")
            return failure(
                ErrorCode::InvalidArgument, options.framing->id(), CommandText::tr("--crlf goes with --framing line"));
        options.framing = framing::crLfLineFraming();
    }
    return options;
}

Flag framingFlag() { return { "--framing", "F", "how messages stand in the stream: int32le (default), line, raw" }; }

Status checkFormats(const Arguments &arguments)
{
    if (arguments.has("--json") && arguments.has("--hex-dump"))
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--hex-dump"),
            CommandText::tr("--json prints the bytes as base64; give one of the two"));
    return {};
}

Flag hexDumpFlag() { return { "--hex-dump", "", "print messages as hexdump -C does" }; }

Flag crLfFlag() { return { "--crlf", "", "lines end in CR LF, sent and read; implies --framing line" }; }

Flag limitFlag() { return { "--limit", "BYTES", "the longest message, 64M unless given" }; }

} // namespace pipeglass::cli
