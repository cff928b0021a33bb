// SPDX-License-Identifier: MIT
#include "decoding/formats/textdecoder.h"

#include "core/bytetext.h"
#include "decoding/formats/printable.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>

namespace pipeglass::decoding {

namespace {

enum class Encoding { None, Utf8, Utf16Le, Utf16Be };

/// How much a unit tells that bytes are text: about 2 * -log2 of the probability of its script, at most 7. 0: nothing,
/// as Chinese, which pairs of other bytes often happen to be.
int evidenceOf(char16_t unit)
{
    if (unit >= 0xAC00 && unit <= 0xD7A3) // Hangul
        return 5;
    const bool isGreekOrCyrillic = unit >= 0x0370 && unit < 0x0500;
    const bool isKana = unit >= 0x3000 && unit < 0x3100;
    return unit < 0x80 || isGreekOrCyrillic || isKana ? 7 : 0;
}

/// Whether all units are printable, and most are Latin or all of the same few scripts, as those of random bytes are
/// not.
bool isUtf16(QByteArrayView bytes, bool isBig, bool hasMark = false)
{
    constexpr qsizetype fewest = 15;
    if (bytes.size() < 4 || bytes.size() % 2 != 0)
        return false;
    qsizetype latin = 0;
    qsizetype evidence = 0;
    bool areCommon = true;
    for (qsizetype at = 0; at < bytes.size(); at += 2) {
        const char *unit = bytes.data() + at;
        const auto c = isBig ? qFromBigEndian<char16_t>(unit) : qFromLittleEndian<char16_t>(unit);
        if (c < 0x80 ? !isTextByte(static_cast<uchar>(c)) : QChar(c).isNonCharacter())
            return false;
        latin += c < 0x100 ? 1 : 0;
        evidence += evidenceOf(c);
        areCommon = areCommon && evidenceOf(c) > 0;
    }
    return hasMark || latin * 4 >= bytes.size() || (areCommon && evidence >= fewest);
}

Encoding encodingOf(QByteArrayView bytes)
{
    if (bytes.isEmpty())
        return Encoding::None;
    if (bytes.startsWith(QByteArrayView("\xff\xfe")) && isUtf16(bytes, false, true))
        return Encoding::Utf16Le;
    if (bytes.startsWith(QByteArrayView("\xfe\xff")) && isUtf16(bytes, true, true))
        return Encoding::Utf16Be;
    if (isPrintableUtf8(bytes))
        return Encoding::Utf8;
    if (isUtf16(bytes, false))
        return Encoding::Utf16Le;
    return isUtf16(bytes, true) ? Encoding::Utf16Be : Encoding::None;
}

/// The root, and a node for each line if there are several. `lineEnd` is the encoded line feed.
template <typename Decode>
void addLines(TreeBuilder &tree, QByteArrayView payload, const char *type, QByteArrayView lineEnd, const Decode &decode)
{
    const qsizetype unit = lineEnd.size();
    std::vector<qsizetype> ends;
    for (qsizetype at = payload.indexOf(lineEnd); at >= 0; at = payload.indexOf(lineEnd, at + 1)) {
        if (at % unit == 0)
            ends.push_back(at + unit);
    }
    if (ends.empty() || ends.front() == payload.size()) {
        QByteArrayView line = payload;
        if (!ends.empty())
            line.chop(unit);
        tree.text(QString(), type, decode(line), 0, payload.size(), unit == 1 ? line : QByteArrayView());
        return;
    }
    if (ends.back() < payload.size())
        ends.push_back(payload.size());
    tree.open(QString(), type, 0);
    qsizetype start = 0;
    for (size_t line = 0; line < ends.size(); ++line) {
        QString text = decode(payload.sliced(start, ends[line] - start));
        while (text.endsWith(QLatin1Char('\n')) || text.endsWith(QLatin1Char('\r')))
            text.chop(1);
        tree.text(QString::number(line + 1), "line", text, start, ends[line]);
        start = ends[line];
    }
    tree.close(payload.size());
}

QString latin1(QByteArrayView bytes) { return QString::fromLatin1(bytes); }

} // namespace

bool isPrintableUtf8(QByteArrayView bytes)
{
    return std::all_of(bytes.begin(), bytes.end(), [](char c) { return isTextByte(static_cast<uchar>(c)); })
        && bytes.isValidUtf8();
}

bool TextDecoder::mayBe(QByteArrayView payload) const { return encodingOf(payload) != Encoding::None; }

bool TextDecoder::decode(QByteArrayView payload, const Hint &hint, TreeBuilder &tree) const
{
    Encoding encoding = encodingOf(payload);
    if (isFor(hint.framing) && payload.size() % 2 == 0)
        encoding = Encoding::Utf16Le;
    if (encoding == Encoding::Utf16Le || encoding == Encoding::Utf16Be) {
        const bool isBig = encoding == Encoding::Utf16Be;
        const auto decode = [&](QByteArrayView line) {
            QStringDecoder decoder(isBig ? QStringDecoder::Utf16BE : QStringDecoder::Utf16LE);
            return QString(decoder(line));
        };
        const QByteArray lineFeed = isBig ? QByteArray("\0\n", 2) : QByteArray("\n\0", 2);
        addLines(tree, payload, isBig ? "utf-16be" : "utf-16le", lineFeed, decode);
    } else {
        addLines(tree, payload, "utf-8", QByteArrayView("\n"), shownText);
    }
    return encoding != Encoding::None;
}

bool Latin1Decoder::mayBe(QByteArrayView payload) const
{
    qsizetype ascii = 0;
    for (const char c : payload) {
        const auto byte = static_cast<uchar>(c);
        if (!isTextByte(byte) || (byte >= 0x80 && byte < 0xa0))
            return false;
        ascii += byte < 0x80 ? 1 : 0;
    }
    return !payload.isEmpty() && ascii * 4 >= payload.size() * 3;
}

bool Latin1Decoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    addLines(tree, payload, "latin-1", QByteArrayView("\n"), latin1);
    return true;
}

} // namespace pipeglass::decoding
