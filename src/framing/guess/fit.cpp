// SPDX-License-Identifier: MIT
#include "framing/guess/fit.h"

#include "framing/guess/payloads.h"

#include <QCoreApplication>

#include <algorithm>
#include <cmath>

namespace pipeglass::framing {

namespace {

QString trGuess(const char *text) { return QCoreApplication::translate("Framing", text); }

Judgement when(bool condition, double score, const char *reason)
{
    return condition ? Judgement{ score, trGuess(reason) } : Judgement{};
}

/// Texts or JSON values, and empty messages.
bool areTexts(const Fit &fit)
{
    return fit.any(isText) && fit.all([](QByteArrayView text) { return text.isEmpty() || isText(text); });
}

bool areJson(const Fit &fit)
{
    return fit.any(isJson) && fit.all([](QByteArrayView value) { return value.isEmpty() || isJson(value); });
}

/// Lengths of `width` bytes.
Judgement lengths(const Fit &fit, int width)
{
    constexpr double best = 0.95;
    constexpr double bitsToHalve = 6; // the doubt
    constexpr double incomplete = 0.8;
    constexpr qsizetype largestAwaited = 1 << 16;
    constexpr double fewestBits = 9; ///< of lengths before an incomplete message
    double bits = fit.surprise + 8.0 * (width - 1) * fit.surprises;
    if (!fit.isExact() && (fit.isText || (!fit.frames.empty() && bits < fewestBits)))
        return {};
    if (fit.frames.empty() && width >= 4 && fit.awaited > 0 && fit.awaited <= largestAwaited)
        bits = (8 * width - std::log2(static_cast<double>(fit.awaited))) / 2;
    if (!fit.frames.empty())
        bits /= 1 + fit.sidesWithoutFrame;
    const double score = best * (1 - std::exp2(-qMax(0.0, bits) / bitsToHalve)) * (fit.isExact() ? 1 : incomplete);
    const QString reason = fit.frames.empty()
        ? trGuess(QT_TRANSLATE_NOOP("Framing", "a possible length of the first message"))
        : fit.isExact()
        ? trGuess(QT_TRANSLATE_NOOP("Framing", "lengths in a row that fit exactly: %1")).arg(fit.count())
        : trGuess(QT_TRANSLATE_NOOP("Framing", "lengths in a row: %1, and an incomplete message")).arg(fit.count());
    return { score, reason };
}

/// Lengths of one byte or more are likely in any bytes, so the payloads must be plausible.
Judgement smallLengths(const Fit &fit, bool isPlausible, double bonus)
{
    if (!isPlausible || !(fit.isExact() || (fit.count() > 2 && !fit.isText)))
        return {};
    Judgement judgement = lengths(fit, 1);
    judgement.score = qMin(0.9, qMax(judgement.score, 0.5 + 0.05 * qMin(fit.count(), 5)) + bonus);
    return judgement;
}

/// The same, and payloads that tell more than the lengths.
Judgement lengthsOf(const Fit &fit, int width, bool isMatch, const char *reason)
{
    const double score = lengths(fit, width).score;
    return when(isMatch && score > 0, qMin(1.0, score + 0.04), reason);
}

Judgement binaryWriter(const Fit &fit)
{
    const bool isPlausible = fit.all([](QByteArrayView payload) {
        const bool startsAsText = !payload.isEmpty() && static_cast<quint8>(payload.front()) >= ' ';
        return isUtf16Text(payload) || payload.isEmpty() || (isText(payload) && (startsAsText || !isProtobuf(payload)));
    });
    return smallLengths(fit, isPlausible && fit.surprises > 0, 0.01);
}

/// Payloads of any bytes: only if the lengths alone are convincing.
Judgement binaryLengths(const Fit &fit)
{
    if (!fit.isExact() || fit.surprises < 2)
        return {};
    Judgement judgement = lengths(fit, 1);
    judgement.score = qMin(0.85, judgement.score);
    return judgement;
}

Judgement protobuf(const Fit &fit) { return fit.all(isProtobuf) ? smallLengths(fit, true, 0) : binaryLengths(fit); }

Judgement singleBytes(const Fit &fit)
{
    Judgement judgement = areTexts(fit) ? smallLengths(fit, true, 0) : binaryLengths(fit);
    judgement.score = qMax(0.0, judgement.score - 0.05); // less usual than the lengths of BinaryWriter and protobuf
    return judgement;
}

Judgement lines(const Fit &fit)
{
    return when(
        areTexts(fit) && fit.allHeld(isText), fit.isExact() ? 0.8 : 0.7, QT_TRANSLATE_NOOP("Framing", "lines of text"));
}

Judgement crLfLines(const Fit &fit)
{
    const bool all =
        std::all_of(fit.frames.begin(), fit.frames.end(), [](const Frame &one) { return one.tailSize == 2; });
    Judgement judgement = lines(fit);
    if (!all || judgement.score == 0)
        return {};
    return { judgement.score + 0.05, trGuess(QT_TRANSLATE_NOOP("Framing", "lines of text, each ended by CR LF")) };
}

Judgement blocks(const Fit &fit)
{
    return when(
        fit.isExact() && fit.count() > 1 && fit.all(isText)
            && fit.all([](QByteArrayView block) { return !block.startsWith('\n'); }),
        0.86, QT_TRANSLATE_NOOP("Framing", "blocks of lines with an empty line after each"));
}

Judgement nulTexts(const Fit &fit)
{
    const auto isShort = [](const Frame &one) { return one.payload().size() < 2; };
    const auto shorts = std::count_if(fit.frames.begin(), fit.frames.end(), isShort);
    return when(
        fit.isExact() && shorts * 2 <= fit.count()
            && fit.all([](QByteArrayView text) { return text.isEmpty() || isText(text); }),
        0.85, QT_TRANSLATE_NOOP("Framing", "texts, each ended by NUL"));
}

Judgement msBuild(const Fit &fit)
{
    constexpr QByteArrayView end("\xD5\xD5\xD5\xD6");
    if (fit.any([&](QByteArrayView packet) { return packet.size() <= 64 && packet.endsWith(end); }))
        return { 0.97, trGuess(QT_TRANSLATE_NOOP("Framing", "the handshake of an MSBuild node")) };
    const bool isKnown = fit.all([](QByteArrayView packet) {
        const auto type = static_cast<quint8>(packet.front()) & 0x3FU;
        return packet.size() >= 5 && (type <= 0x17 || (type >= 0x20 && type <= 0x25) || type >= 0x3C);
    });
    const auto hasBody = [](QByteArrayView packet) { return packet.size() > 5; };
    return lengthsOf(
        fit, 4, isKnown && fit.isExact() && fit.count() > 1 && fit.any(hasBody),
        QT_TRANSLATE_NOOP("Framing", "packets of MSBuild that fit exactly"));
}

Judgement nerdbank(const Fit &fit)
{
    if (fit.any([](QByteArrayView frame) {
            return frame.startsWith("\x2F\xDF\x1D\x50") || frame.startsWith("\x92\x92\x02");
        }))
        return { 0.97, trGuess(QT_TRANSLATE_NOOP("Framing", "the handshake of Nerdbank.Streams")) };
    const bool isKnown = fit.all([](QByteArrayView frame) {
        const auto first = static_cast<quint8>(frame.front());
        if (first <= 5)
            return frame[1] == '\0' && frame[2] == '\0';
        return first >= 0x92 && first <= 0x94 && frame.size() > 2 && static_cast<quint8>(frame[1]) <= 5;
    });
    return when(
        isKnown && fit.isExact(), fit.count() > 1 ? 0.92 : 0.6,
        QT_TRANSLATE_NOOP("Framing", "frames of Nerdbank.Streams that fit exactly"));
}

Judgement http2(const Fit &fit)
{
    constexpr char settings = 4;
    if (fit.any([](QByteArrayView frame) { return frame.startsWith("PRI * HTTP/2.0"); }))
        return { 0.98, trGuess(QT_TRANSLATE_NOOP("Framing", "the preface of HTTP/2")) };
    const bool isKnown = fit.all([](QByteArrayView frame) { return static_cast<quint8>(frame.front()) <= 0x10; });
    if (!isKnown)
        return {};
    const QByteArrayView first = fit.frames.front().payload().view();
    if (first.front() == settings && first.sliced(2, 4) == QByteArrayView("\0\0\0\0", 4))
        return { 0.95, trGuess(QT_TRANSLATE_NOOP("Framing", "HTTP/2 settings")) };
    const bool areStreams = fit.all([](QByteArrayView frame) { return frame[2] == '\0' && frame[3] == '\0'; });
    return when(
        areStreams && fit.isExact() && fit.count() > 1, 0.9,
        QT_TRANSLATE_NOOP("Framing", "frames of HTTP/2 that fit exactly"));
}

Judgement http1(const Fit &fit)
{
    const bool isBegun = !fit.isExact() && fit.allHeld([](QByteArrayView held) {
        return held.startsWith("HTTP/1.") || held.contains(" HTTP/1.1\r\n");
    });
    return when(fit.count() > 0 || isBegun, 0.96, QT_TRANSLATE_NOOP("Framing", "HTTP messages"));
}

Judgement contentLength(const Fit &fit)
{
    const bool isBegun = !fit.isExact() && fit.allHeld([](QByteArrayView held) { return held.startsWith("Content-"); });
    return when(fit.count() > 0 || isBegun, 0.97, QT_TRANSLATE_NOOP("Framing", "Content-Length headers"));
}

Judgement jsonValues(const Fit &fit) { return when(areJson(fit), 0.88, QT_TRANSLATE_NOOP("Framing", "JSON values")); }

struct Rule {
    const char *id;
    Judgement (*judge)(const Fit &fit);
};

/// In order of the registry. A framing without a rule is guessed by the pipe's name only.
const Rule rules[] = {
    { "int32le", [](const Fit &fit) { return lengths(fit, 4); } },
    { "int32be", [](const Fit &fit) { return lengths(fit, 4); } },
    { "uint16le", [](const Fit &fit) { return lengths(fit, 2); } },
    { "uint16be", [](const Fit &fit) { return lengths(fit, 2); } },
    { "uint8", singleBytes },
    { "int64le", [](const Fit &fit) { return lengths(fit, 8); } },
    { "binarywriter", binaryWriter },
    { "protobuf", protobuf },
    { "protobuf-net", [](const Fit &fit) { return smallLengths(fit, fit.all(isProtobuf), 0.02); } },
    { "line", lines },
    { "crlf", crLfLines },
    { "nul", nulTexts },
    { "rs",
      [](const Fit &fit) {
          return when(
              areTexts(fit) && fit.allHeld(isText), 0.9,
              QT_TRANSLATE_NOOP("Framing", "texts, each ended by the byte 1E"));
      } },
    { "blank-line", blocks },
    { "jsonl",
      [](const Fit &fit) {
          return when(areJson(fit), 0.93, QT_TRANSLATE_NOOP("Framing", "a JSON value on each line"));
      } },
    { "json", jsonValues },
    { "content-length", contentLength },
    { "discord",
      [](const Fit &fit) {
          return lengthsOf(fit, 4, fit.all(isJson), QT_TRANSLATE_NOOP("Framing", "opcodes and lengths before JSON"));
      } },
    { "coreipc",
      [](const Fit &fit) {
          return lengthsOf(fit, 4, fit.all(isJson), QT_TRANSLATE_NOOP("Framing", "types and lengths before JSON"));
      } },
    { "build-server",
      [](const Fit &fit) {
          return lengthsOf(
              fit, 4, fit.any(isCompilerRequest) || fit.all(isCompilerResponse),
              QT_TRANSLATE_NOOP("Framing", "a request to the compiler server, or its response"));
      } },
    { "testing-platform",
      [](const Fit &fit) {
          return lengthsOf(
              fit, 4, fit.all(isTestMessage), QT_TRANSLATE_NOOP("Framing", "messages of Microsoft.Testing.Platform"));
      } },
    { "hpipes",
      [](const Fit &fit) {
          return lengthsOf(
              fit, 4, fit.any(isHPipesObject), QT_TRANSLATE_NOOP("Framing", "a handshake or object of H.Pipes"));
      } },
    { "streamstring",
      [](const Fit &fit) {
          return lengthsOf(
              fit, 2, fit.all(isUtf16Text), QT_TRANSLATE_NOOP("Framing", "UTF-16 texts with their lengths"));
      } },
    { "pipemethodcalls", [](const Fit &fit) { return smallLengths(fit, fit.all(isMethodMessage), 0.2); } },
    { "psrp",
      [](const Fit &fit) {
          return when(
              fit.all(isRemotingElement), 0.97, QT_TRANSLATE_NOOP("Framing", "elements of PowerShell remoting"));
      } },
    { "dotnet-ipc",
      [](const Fit &) { return when(true, 0.98, QT_TRANSLATE_NOOP("Framing", "begins with DOTNET_IPC_V1")); } },
    { "msbuild", msBuild },
    { "nerdbank", nerdbank },
    { "http1", http1 },
    { "http2", http2 },
};

void add(Fit &to, const Framing &framing, Side from, const QByteArray &bytes)
{
    constexpr double bytesPerLength = 256;
    const auto framer = framing.makeFramer(from);
    auto left = static_cast<double>(bytes.size());
    for (Frame &frame : framer->feed(bytes)) {
        to.isMalformed = to.isMalformed || frame.isMalformed();
        if (!frame.payload().isEmpty() && !frame.isChunk) {
            to.surprise += std::log2(bytesPerLength / left);
            ++to.surprises;
        }
        left -= static_cast<double>(frame.wire.size());
        if (!frame.isChunk)
            to.frames.push_back(std::move(frame));
    }
    to.sidesWithoutFrame += !bytes.isEmpty() && left >= static_cast<double>(bytes.size()) ? 1 : 0;
    to.awaited = qMax(to.awaited, framer->awaitedBytes());
    if (const Slice held = framer->takePending(); !held.isEmpty())
        to.held.push_back(held);
}

} // namespace

Fit fit(const Framing &framing, const PerSide<QByteArray> &bytes, bool isText)
{
    Fit result;
    result.isText = isText;
    for (const Side side : { Side::Client, Side::Server })
        add(result, framing, side, bytes[side]);
    return result;
}

Judgement judge(QByteArrayView id, const Fit &fit)
{
    const auto rule = std::find_if(std::begin(rules), std::end(rules), [&](const Rule &one) { return id == one.id; });
    const bool fits = !fit.isMalformed && (fit.count() > 0 || !fit.isExact());
    return rule != std::end(rules) && fits ? rule->judge(fit) : Judgement();
}

} // namespace pipeglass::framing
