// SPDX-License-Identifier: MIT
#include "cli/messages/relayoptions.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"

#include <limits>

namespace pipeglass::cli {

namespace {

/// A size, or a time with the unit "s" or "ms".
Status parseCutAfter(const QByteArray &text, engine::RelayRules &rules)
{
    const bool hasMilliseconds = text.endsWith("ms");
    if (!hasMilliseconds && !text.endsWith('s')) {
        const auto bytes = parseLimit(text);
        if (bytes)
            rules.cutAfterBytes = *bytes;
        return bytes ? Status() : failure(bytes.error());
    }
    const QByteArray number = text.chopped(hasMilliseconds ? 2 : 1);
    const auto time = hasMilliseconds ? parseCount(number).map([](quint64 count) { return static_cast<double>(count); })
                                      : parseSeconds(number).map([](int ms) { return static_cast<double>(ms); });
    if (!time || *time < 1 || *time > std::numeric_limits<int>::max())
        return failure(
            ErrorCode::InvalidArgument, text,
            CommandText::tr("expected bytes, such as 64K, or a time, such as 2.5s or 300ms"));
    rules.cutAfterMs = static_cast<int>(*time);
    return {};
}

} // namespace

Result<engine::RelayRules> relayRules(const Arguments &arguments)
{
    engine::RelayRules rules;
    const auto rate = valueOr(arguments.last("--rate"), parseLimit, qsizetype{ 0 });
    if (!rate)
        return failure(rate.error());
    const auto delay = valueOr(arguments.last("--delay"), parseSeconds, 0);
    if (!delay)
        return failure(delay.error());
    const auto jitter = valueOr(arguments.last("--jitter"), parseSeconds, 0);
    if (!jitter)
        return failure(jitter.error());
    if (const auto cutAfter = arguments.last("--cut-after")) {
        if (const Status status = parseCutAfter(*cutAfter, rules); !status)
            return failure(status.error());
    }
    for (engine::DirectionRules *one : { &rules.from.client, &rules.from.server }) {
        one->bytesPerSecond = *rate;
        one->delayMs = *delay;
        one->jitterMs = *jitter;
    }
    return rules;
}

std::vector<Flag> relayFlags()
{
    return {
        { "--rate", "BYTES", CommandText::tr("pass on at most so many bytes a second, in each direction") },
        { "--delay", "SECONDS", CommandText::tr("pass bytes on so much later") },
        { "--jitter", "SECONDS", CommandText::tr("and up to so much later still, at random; the order is kept") },
        { "--cut-after", "BYTES|TIME",
          CommandText::tr("cut each connection after so many bytes, or after a time such as 2s or 300ms") },
    };
}

} // namespace pipeglass::cli
