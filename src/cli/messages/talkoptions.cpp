// SPDX-License-Identifier: MIT
#include "cli/messages/talkoptions.h"

#include "cli/arguments/values.h"
#include "cli/commandtext.h"
#include "text/sizetext.h"

namespace pipeglass::cli {

namespace {

Result<engine::DiskPolicy> parseDiskPolicy(const QByteArray &text)
{
    if (text == "wait")
        return engine::DiskPolicy::Wait;
    if (text == "continue")
        return engine::DiskPolicy::GoOn;
    return failure(ErrorCode::InvalidArgument, text, CommandText::tr("expected wait or continue"));
}

/// "10x100M"
Result<std::optional<capture::RingLimits>> toRingLimits(const QByteArray &text)
{
    constexpr int mostFiles = 10'000;
    constexpr qsizetype smallest = qsizetype{ 64 } << 10U;
    const qsizetype cross = text.indexOf('x');
    bool isNumber = false;
    const int files = text.first(qMax<qsizetype>(0, cross)).toInt(&isNumber);
    const auto size = cross < 0 ? failure(ErrorCode::InvalidArgument, text) : parseLimit(text.sliced(cross + 1));
    if (!isNumber || files < 2 || files > mostFiles || !size || *size < smallest)
        return failure(
            ErrorCode::InvalidArgument, text,
            CommandText::tr("expected COUNTxSIZE, such as 10x100M: 2 to 10000 files of 64K to 2G"));
    return std::optional(capture::RingLimits{ files, *size });
}

Result<TalkOptions> optionsOr(
    const Arguments &arguments, const framing::FramingRegistry &framings, const QByteArray &framingId,
    qsizetype otherLimit)
{
    const auto framing = framings.parse(arguments.last("--framing").value_or(framingId));
    if (!framing)
        return failure(framing.error());
    const auto limit = valueOr(arguments.last("--limit"), parseLimit, otherLimit);
    if (!limit)
        return failure(limit.error());
    const auto diskPolicy = valueOr(arguments.last("--disk-full"), parseDiskPolicy, engine::DiskPolicy::Wait);
    if (!diskPolicy)
        return failure(diskPolicy.error());
    const auto ring = valueOr(arguments.last("--ring"), toRingLimits, std::optional<capture::RingLimits>());
    if (!ring)
        return failure(ring.error());
    if (*ring && !arguments.has("--record"))
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--ring"), CommandText::tr("requires --record DIRECTORY"));
    const bool crLf = arguments.has("--crlf");
    const QByteArray id = (*framing)->id();
    if (crLf && arguments.has("--framing") && id != "line" && id != "crlf")
        return failure(ErrorCode::InvalidArgument, id, CommandText::tr("--crlf requires --framing line"));
    const framing::FramingPtr used = crLf ? framings.find("crlf") : *framing;
    return TalkOptions{
        { { used, used }, *limit, arguments.last("--record").value_or(QByteArray()), *diskPolicy, *ring }, crLf
    };
}

} // namespace

Result<framing::FramingPtr>
chosenFraming(const Arguments &arguments, const framing::FramingRegistry &framings, framing::FramingPtr otherwise)
{
    const auto parse = [&](const QByteArray &text) { return framings.parse(text); };
    return valueOr(arguments.last("--framing"), parse, std::move(otherwise));
}

Result<TalkOptions> talkOptions(const Arguments &arguments, const framing::FramingRegistry &framings)
{
    return optionsOr(arguments, framings, QByteArrayLiteral("int32le"), framing::defaultLimit);
}

Result<TalkOptions> relayOptions(const Arguments &arguments, const framing::FramingRegistry &framings)
{
    // With the largest messages of both sides, what a connection needs stays below 64 MiB.
    constexpr qsizetype limit = qsizetype{ 16 } << 20U;
    return optionsOr(arguments, framings, QByteArrayLiteral("auto"), limit);
}

std::vector<Flag> relayedTalkFlags()
{
    return {
        { "--record", "FILE", CommandText::tr("record the conversations in a new file (pcapng)") },
        { "--framing", "F", CommandText::tr("framing of messages: auto (default: guess), int32le, line, ...") },
        { "--limit", "BYTES", CommandText::tr("maximum size of a message, default 16M") },
        diskFullFlag(),
        ringFlag(),
    };
}

Flag framingFlag()
{
    return { "--framing", "F", CommandText::tr("framing of messages: int32le (default), line, raw, @FILE, ...") };
}

Flag diskFullFlag()
{
    return { "--disk-full", "WHAT",
             CommandText::tr("on a full disk: \"wait\" (default), or \"continue\" and count losses") };
}

Flag ringFlag()
{
    return { "--ring", "COUNTxSIZE",
             CommandText::tr("record to COUNT files in the directory of --record; delete the oldest") };
}

QString lossSentence(const engine::LossCount &lost)
{
    if (lost.messages == 0)
        return {};
    return CommandText::tr(
               "Not recorded, because the disk was full: %n message(s), %1.", nullptr, text::plural(lost.messages))
        .arg(text::bytesText(lost.bytes));
}

Status checkFormats(const Arguments &arguments)
{
    if (arguments.has("--json") && arguments.has("--hex-dump"))
        return failure(
            ErrorCode::InvalidArgument, QByteArrayLiteral("--hex-dump"),
            CommandText::tr("cannot be combined with --json, which has the bytes as base64"));
    return {};
}

Flag hexDumpFlag() { return { "--hex-dump", "", CommandText::tr("print messages like hexdump -C") }; }

Flag crLfFlag()
{
    return { "--crlf", "", CommandText::tr("lines end in CR LF, sent and read; implies --framing line") };
}

Flag limitFlag() { return { "--limit", "BYTES", CommandText::tr("maximum size of a message, default 64M") }; }

} // namespace pipeglass::cli
