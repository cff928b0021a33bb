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
    for (qsizetype at = 0; at + 1 < bytes.size(); at += 2) {
        const auto unit = qFromLittleEndian<quint16>(bytes.data() + at);
        if (unit < ' ' && !isAllowedControl(unit))
            return false;
        low += unit < 0x100 ? 2 : 0;
    }
    return !bytes.isEmpty() && bytes.size() % 2 == 0 && low > bytes.size() / 2;
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

bool isMethodCall(QByteArrayView bytes)
{
    qsizetype at = 1;
    quint64 call = 0;
    if (!bytes.startsWith('\0') || !skipVarint(bytes, at, call))
        return false;
    const qsizetype end = bytes.indexOf('\0', at);
    return end > at && std::all_of(bytes.begin() + at, bytes.begin() + end, [](char c) {
               return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '_';
           });
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
