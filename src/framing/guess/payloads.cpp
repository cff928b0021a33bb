// SPDX-License-Identifier: MIT
#include "framing/guess/payloads.h"

#include "framing/families/jsonframing.h"

#include <QStringDecoder>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace pipeglass::framing {

namespace {

bool isAllowedControl(quint32 c) { return c == '\t' || c == '\n' || c == '\r' || c == 0x1B; }

/// A letter, digit or punctuation mark of a script in common use.
bool isCommonLetter(quint16 unit)
{
    struct Range {
        quint16 first;
        quint16 last;
    };
    static constexpr Range ranges[] = {
        { 0x0009, 0x000D }, { 0x0020, 0x007E }, { 0x00A0, 0x06FF }, { 0x0900, 0x0E7F }, { 0x1E00, 0x206F },
        { 0x20A0, 0x20BF }, { 0x3000, 0x30FF }, { 0x4E00, 0x9FFF }, { 0xAC00, 0xDFFF }, { 0xFF00, 0xFFEF },
    };
    return std::any_of(std::begin(ranges), std::end(ranges), [unit](const Range &one) {
        return unit >= one.first && unit <= one.last;
    });
}

/// Reads a varint at `at` and moves `at` behind it; false if there is none.
bool skipVarint(QByteArrayView bytes, qsizetype &at, quint64 &value)
{
    constexpr unsigned mostBits = 63;
    value = 0;
    for (unsigned shift = 0; at < bytes.size() && shift <= mostBits; shift += 7) {
        const auto byte = static_cast<quint8>(bytes[at++]);
        value |= quint64{ byte & 0x7FU } << shift;
        if (byte < 0x80)
            return true;
    }
    return false;
}

/// Moves `at` behind the next byte of zero; false if there is none, or no text before it.
bool skipText(QByteArrayView bytes, qsizetype &at)
{
    const qsizetype end = bytes.indexOf('\0', at);
    if (end < 0 || (end > at && !isText(bytes.sliced(at, end - at))))
        return false;
    at = end + 1;
    return true;
}

/// Moves `at` behind a length (varint) and that many bytes.
bool skipSized(QByteArrayView bytes, qsizetype &at)
{
    quint64 size = 0;
    if (!skipVarint(bytes, at, size) || size > static_cast<quint64>(bytes.size() - at))
        return false;
    at += static_cast<qsizetype>(size);
    return true;
}

/// `count` fields of a key of `keySize` bytes, a length (int32 LE) and that many bytes, up to the end.
bool areFields(QByteArrayView bytes, int count, qsizetype keySize)
{
    for (; count > 0; --count) {
        if (bytes.size() < keySize + 4)
            return false;
        const auto size = qFromLittleEndian<quint32>(bytes.data() + keySize);
        if (size > static_cast<quint64>(bytes.size() - keySize - 4))
            return false;
        bytes = bytes.sliced(keySize + 4 + static_cast<qsizetype>(size));
    }
    return bytes.isEmpty();
}

} // namespace

bool isText(QByteArrayView bytes)
{
    QStringDecoder decoder(QStringDecoder::Utf8);
    const QString text = decoder.decode(bytes);
    return !bytes.isEmpty() && !decoder.hasError() && std::none_of(text.begin(), text.end(), [](QChar c) {
        return (c.unicode() < ' ' && !isAllowedControl(c.unicode())) || c.unicode() == 0x7F;
    });
}

bool isUtf16Text(QByteArrayView bytes)
{
    qsizetype low = 0;
    qsizetype known = 0;
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        const auto unit = qFromLittleEndian<quint16>(bytes.data() + at);
        if (unit < ' ' && !isAllowedControl(unit))
            return false;
        low += unit < 0x100 ? 2 : 0;
        known += isCommonLetter(unit) ? 2 : 0;
    }
    if (bytes.isEmpty() || bytes.size() % 2 != 0)
        return false;
    // Pairs of ASCII characters are Chinese ones too.
    return low > bytes.size() / 2 || (known == bytes.size() && !isText(bytes) && !isProtobuf(bytes));
}

bool isJson(QByteArrayView bytes)
{
    static const JsonFraming json({});
    const QByteArrayView value = bytes.trimmed();
    return (value.startsWith('{') || value.startsWith('['))
        && json.encode(value.toByteArray(), Side::Client).has_value();
}

bool isProtobuf(QByteArrayView bytes)
{
    qsizetype at = 0;
    while (at < bytes.size()) {
        quint64 tag = 0;
        quint64 value = 0;
        if (!skipVarint(bytes, at, tag) || tag >> 3U == 0 || tag >> 3U > 0x1FFFFFFF)
            return false;
        const auto left = static_cast<quint64>(bytes.size() - at);
        switch (tag & 7U) {
        case 0:
            if (!skipVarint(bytes, at, value))
                return false;
            continue;
        case 1:
            value = 8;
            break;
        case 2:
            if (!skipVarint(bytes, at, value))
                return false;
            break;
        case 5:
            value = 4;
            break;
        default:
            return false;
        }
        if (value > left || at + static_cast<qsizetype>(value) > bytes.size())
            return false;
        at += static_cast<qsizetype>(value);
    }
    return !bytes.isEmpty();
}

bool isCompilerRequest(QByteArrayView bytes)
{
    constexpr qsizetype searched = 128;
    const QByteArrayView beginning = bytes.first(qMin(searched, bytes.size()));
    return beginning.contains("\x21\x25\x53\x44") || beginning.contains("\x22\x25\x53\x44");
}

bool isCompilerResponse(QByteArrayView bytes)
{
    constexpr qsizetype headSize = 13;
    constexpr quint32 completed = 1;
    return bytes.size() >= headSize && qFromLittleEndian<quint32>(bytes.data()) == completed
        && static_cast<quint8>(bytes[8]) <= 1
        && qFromLittleEndian<quint32>(bytes.data() + headSize - 4) * quint64{ 2 }
        == static_cast<quint64>(bytes.size() - headSize);
}

bool isTestMessage(QByteArrayView bytes)
{
    constexpr qsizetype headSize = 6;
    constexpr quint32 handshake = 9;
    constexpr quint32 lastSerializer = 14;
    if (bytes.size() < 4)
        return false;
    const auto serializer = qFromLittleEndian<quint32>(bytes.data());
    if (bytes.size() == 4)
        return serializer == 0;
    if (bytes.size() < headSize || serializer > lastSerializer)
        return false;
    const int count = qFromLittleEndian<quint16>(bytes.data() + 4);
    return areFields(bytes.sliced(headSize), count, serializer == handshake ? 1 : 2);
}

bool isMethodMessage(QByteArrayView bytes)
{
    qsizetype at = 1;
    quint64 call = 0;
    if (bytes.isEmpty() || static_cast<quint8>(bytes.front()) > 1 || !skipVarint(bytes, at, call) || at >= bytes.size())
        return false;
    if (bytes.front() == 1) {
        const char hasSucceeded = bytes[at++];
        return (hasSucceeded == 1 ? skipSized(bytes, at) : hasSucceeded == 0 && skipText(bytes, at))
            && at == bytes.size();
    }
    const qsizetype name = at;
    if (!skipText(bytes, at) || at - name < 2)
        return false;
    quint64 count = 0;
    for (const auto skip : { skipSized, skipText }) { // arguments, generic arguments
        if (!skipVarint(bytes, at, count))
            return false;
        for (; count > 0; --count) {
            if (!skip(bytes, at))
                return false;
        }
    }
    return at == bytes.size();
}

bool isHPipesObject(QByteArrayView bytes)
{
    constexpr qsizetype uuidSize = 36;
    if (bytes.startsWith(QByteArrayView("\0\1\0\0\0\xFF\xFF\xFF\xFF", 9)))
        return true;
    if (bytes.size() <= uuidSize + 1 || bytes[bytes.size() - uuidSize - 1] != '_')
        return false;
    const QByteArrayView uuid = bytes.last(uuidSize);
    return std::count(uuid.begin(), uuid.end(), '-') == 4 && isText(bytes);
}

bool isKnownFile(QByteArrayView bytes)
{
    static constexpr QByteArrayView beginnings[] = {
        "\x7F"
        "ELF",
        "\x1F\x8B\x08",
        "\x89PNG\r\n",
        "GIF87a",
        "GIF89a",
        "\xFF\xD8\xFF",
        "PK\x03\x04",
        "%PDF-",
        "\xFD"
        "7zXZ",
        "\x28\xB5\x2F\xFD",
        "BZh91AY",
        "7z\xBC\xAF",
        "OggS",
        "MZ\x90",
        "SQLite format 3",
    };
    return std::any_of(
        std::begin(beginnings), std::end(beginnings), [&](QByteArrayView one) { return bytes.startsWith(one); });
}

bool isRemotingElement(QByteArrayView line)
{
    static constexpr std::array names{ "Data",  "DataAck",  "Command", "CommandAck",
                                       "Close", "CloseAck", "Signal",  "SignalAck" };
    return line.contains(" PSGuid='") && std::any_of(names.begin(), names.end(), [&](QByteArrayView name) {
               return line.startsWith('<') && line.sliced(1).startsWith(name)
                   && line.sliced(1 + name.size()).startsWith(' ');
           });
}

} // namespace pipeglass::framing
