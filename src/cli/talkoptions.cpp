// SPDX-License-Identifier: MIT
#include "cli/talkoptions.h"

#include "cli/values.h"

namespace pipeglass::cli {

Result<TalkOptions> talkOptions(const Arguments &arguments)
{
    const auto framing = valueOr(arguments.last("--framing"), parseFraming, framing::defaultFraming());
    if (!framing)
        return failure(framing.error());
    const auto limit = valueOr(arguments.last("--limit"), parseLimit, framing::defaultLimit);
    if (!limit)
        return failure(limit.error());
    return TalkOptions{ *framing, *limit, arguments.last("--record").value_or(QByteArray()) };
}

Flag framingFlag() { return { "--framing", "F", "how messages stand in the stream: int32le (default), line, raw" }; }

Flag limitFlag() { return { "--limit", "BYTES", "the longest message, 64M unless given" }; }

} // namespace pipeglass::cli
