// SPDX-License-Identifier: MIT
#include "capture/format/packettags.h"

#include "capture/format/pcapng.h"

#include <QtEndian>

namespace pipeglass::capture {

namespace {

enum Tag : quint16 {
    EndOfTags = 0,
    DissectorName = 12,
    ProtocolColumn = 33,
    PacketDirection = 35,
    InfoColumn = 36,
    Framing = 0x5047,
};

enum Flag : quint8 {
    MalformedFlag = 1,
    MoreFollowsFlag = 2,
    ContinuedFlag = 4,
    EventFlag = 8,
    MarkFlag = 16,
};

constexpr qsizetype tagHeaderSize = 4;
constexpr qsizetype framingFieldsSize = 8;
constexpr qsizetype maxInfoSize = 200;
constexpr quint32 fromClient = 0;
constexpr quint32 fromServer = 1;

void appendBig16(QByteArray &to, quint16 value)
{
    const quint16 big = qToBigEndian(value);
    to.append(reinterpret_cast<const char *>(&big), sizeof big);
}

void appendTag(QByteArray &to, Tag tag, QByteArrayView value)
{
    const qsizetype size = pcapng::padded(value.size());
    appendBig16(to, tag);
    appendBig16(to, static_cast<quint16>(size));
    to.append(value);
    to.append(size - value.size(), '\0');
}

QByteArray framingValue(const PacketTags &tags)
{
    Q_ASSERT(tags.head.size() <= maxHeadSize && tags.tail.size() <= maxTailSize);
    quint8 flags = 0;
    const auto set = [&](Flag flag, bool on) { flags = static_cast<quint8>(on ? flags | flag : flags); };
    set(MalformedFlag, tags.problem != FrameProblem::None);
    set(MoreFollowsFlag, tags.moreFollows);
    set(ContinuedFlag, tags.continued);
    set(EventFlag, tags.event.has_value());
    set(MarkFlag, tags.isMark);
    QByteArray value;
    value.reserve(framingFieldsSize + tags.head.size() + tags.tail.size());
    value.append(static_cast<char>(flags));
    value.append(tags.event ? static_cast<char>(*tags.event) : '\0');
    appendBig16(value, static_cast<quint16>(tags.head.size()));
    appendBig16(value, static_cast<quint16>(tags.tail.size()));
    value.append(static_cast<char>(tags.problem));
    value.append('\0');
    value.append(tags.head);
    value.append(tags.tail);
    return value;
}

quint16 big16At(QByteArrayView bytes, qsizetype offset) { return qFromBigEndian<quint16>(bytes.data() + offset); }

bool readFraming(QByteArrayView value, PacketTags &tags)
{
    if (value.size() < framingFieldsSize)
        return false;
    const auto flags = static_cast<quint8>(value[0]);
    const auto kind = static_cast<quint8>(value[1]);
    const qsizetype headSize = big16At(value, 2);
    const qsizetype tailSize = big16At(value, 4);
    if (framingFieldsSize + headSize + tailSize > value.size())
        return false;
    if ((flags & MalformedFlag) != 0) {
        const auto problem = static_cast<quint8>(value[6]);
        const bool isKnown = problem != 0 && problem <= static_cast<quint8>(lastFrameProblem);
        tags.problem = isKnown ? static_cast<FrameProblem>(problem) : FrameProblem::Unspecified;
    }
    tags.moreFollows = (flags & MoreFollowsFlag) != 0;
    tags.continued = (flags & ContinuedFlag) != 0;
    if ((flags & EventFlag) != 0)
        tags.event = kind <= static_cast<quint8>(lastEventKind) ? static_cast<EventKind>(kind) : EventKind::Note;
    tags.isMark = tags.event && (flags & MarkFlag) != 0;
    tags.head = value.sliced(framingFieldsSize, headSize);
    tags.tail = value.sliced(framingFieldsSize + headSize, tailSize);
    return true;
}

} // namespace

QByteArray encodeTags(const PacketTags &tags)
{
    constexpr qsizetype withoutFraming = 40; // and without info, which messages do not have
    QByteArray bytes;
    bytes.reserve(withoutFraming + pcapng::padded(tags.head.size() + tags.tail.size()));
    appendTag(bytes, DissectorName, "data");
    appendTag(bytes, ProtocolColumn, "PIPE");
    const quint32 direction = qToBigEndian(tags.from == Side::Client ? fromClient : fromServer);
    appendTag(bytes, PacketDirection, { reinterpret_cast<const char *>(&direction), sizeof direction });
    if (!tags.info.isEmpty())
        appendTag(bytes, InfoColumn, tags.info.first(qMin(tags.info.size(), maxInfoSize)));
    appendTag(bytes, Framing, framingValue(tags));
    appendTag(bytes, EndOfTags, {});
    return bytes;
}

std::optional<DecodedTags> decodeTags(QByteArrayView packet, TagsOf origin)
{
    DecodedTags decoded;
    bool isComplete = origin == TagsOf::AnyProgram;
    if (packet.startsWith(usualTagsStart)) // skips what encodeTags() always writes
        decoded.size = usualTagsStart.size();
    while (packet.size() - decoded.size >= tagHeaderSize) {
        const quint16 tag = big16At(packet, decoded.size);
        const qsizetype size = big16At(packet, decoded.size + 2);
        decoded.size += tagHeaderSize;
        if (size > packet.size() - decoded.size)
            return std::nullopt;
        const QByteArrayView value = packet.sliced(decoded.size, size);
        decoded.size += size;
        if (tag == EndOfTags)
            return isComplete ? std::optional(decoded) : std::nullopt;
        if (tag == PacketDirection && size >= 4) {
            decoded.hasDirection = true;
            decoded.tags.from = qFromBigEndian<quint32>(value.data()) == fromClient ? Side::Client : Side::Server;
        }
        if (tag == Framing) {
            if (!readFraming(value, decoded.tags))
                return std::nullopt;
            isComplete = true;
        }
    }
    return std::nullopt;
}

} // namespace pipeglass::capture
