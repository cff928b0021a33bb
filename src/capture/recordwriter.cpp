// SPDX-License-Identifier: MIT
#include "capture/recordwriter.h"

#include "capture/format/connectiondescription.h"
#include "capture/format/eventdata.h"
#include "capture/format/formatmark.h"
#include "capture/format/markdata.h"
#include "capture/format/pcapng.h"

#include <limits>

namespace pipeglass::capture {

namespace {

/// Together with the tags (below 0x1000) a packet stays within Wireshark's limit.
constexpr qsizetype maxPayloadSize = pcapng::maxPacketSize - 0x1000;
static_assert(maxHeadSize + maxTailSize + 0x100 < 0x1000);
static_assert(maxEventDataSize <= maxPayloadSize);

iovec piece(QByteArrayView bytes)
{
    // The kernel only reads from it, but iovec has no const.
    return { const_cast<char *>(bytes.data()), static_cast<size_t>(bytes.size()) };
}

QByteArray packetOptions(Side from, QByteArrayView comment)
{
    QByteArray flags;
    pcapng::appendU32(flags, from == Side::Client ? pcapng::outbound : pcapng::inbound);
    QByteArray options;
    if (!comment.isEmpty())
        pcapng::appendOption(options, pcapng::commentOption, comment);
    pcapng::appendOption(options, pcapng::packetFlagsOption, flags);
    pcapng::appendEndOfOptions(options);
    return options;
}

/// Of a message.
const QByteArray &packetOptions(Side from)
{
    static const PerSide<QByteArray> options{ packetOptions(Side::Client, {}), packetOptions(Side::Server, {}) };
    return options[from];
}

/// At most `size` bytes of UTF-8, cut between characters.
QByteArray shortened(QByteArray utf8, qsizetype size)
{
    if (utf8.size() <= size)
        return utf8;
    while (size > 0 && (static_cast<unsigned char>(utf8[size]) & 0xC0U) == 0x80U)
        --size;
    utf8.truncate(size);
    return utf8;
}

/// Splits a record into packets.
class Splitter {
public:
    explicit Splitter(const Record &record)
        : m_record(record)
        , m_head(record.wire.view().first(record.headSize))
        , m_payload(record.payload().view())
        , m_tail(record.wire.view().last(record.tailSize))
    {
        m_tags.from = record.from;
        m_tags.problem = record.problem;
    }

    [[nodiscard]] bool isSplit() const { return m_tags.continued; }
    [[nodiscard]] bool atEnd() const { return m_begun && !m_tags.moreFollows; }

    /// The tags and the payload of the next packet.
    PacketTags next(QByteArrayView &payload)
    {
        m_tags.continued = m_begun;
        m_begun = true;
        m_tags.head = take(m_head, maxHeadSize);
        payload = take(m_payload, m_head.isEmpty() ? maxPayloadSize : 0);
        m_tags.tail = take(m_tail, m_head.isEmpty() && m_payload.isEmpty() ? maxTailSize : 0);
        m_tags.moreFollows = !m_head.isEmpty() || !m_payload.isEmpty() || !m_tail.isEmpty();
        return m_tags;
    }

private:
    static QByteArrayView take(QByteArrayView &from, qsizetype most)
    {
        const QByteArrayView taken = from.first(qMin(from.size(), most));
        from = from.sliced(taken.size());
        return taken;
    }

    const Record &m_record;
    QByteArrayView m_head;
    QByteArrayView m_payload;
    QByteArrayView m_tail;
    PacketTags m_tags;
    bool m_begun = false;
};

} // namespace

qint64 RecordWriter::sizeInFile(qint64 bytes)
{
    constexpr qint64 wrapping = 512;
    return bytes + (bytes / maxPayloadSize + 1) * wrapping;
}

Status RecordWriter::begin()
{
    QByteArray body;
    pcapng::appendU32(body, pcapng::byteOrderMagic);
    pcapng::appendU16(body, 1); // version 1.0 of pcapng
    pcapng::appendU16(body, 0);
    pcapng::appendU32(body, 0xFFFFFFFF); // length of the section: unknown
    pcapng::appendU32(body, 0xFFFFFFFF);
    pcapng::appendOption(
        body, pcapng::commentOption, formatMark.toByteArray() + QByteArray::number(currentFormatVersion));
    pcapng::appendOption(body, pcapng::userApplicationOption, "Pipeglass " PIPEGLASS_VERSION);
    pcapng::appendEndOfOptions(body);
    const QByteArray block = pcapng::block(pcapng::sectionHeaderBlock, body);
    return m_file.append({ piece(block) });
}

Status RecordWriter::connection(const ConnectionInfo &info)
{
    const QByteArray text = connectionDescription(info);
    if (text.size() > pcapng::maxOptionSize)
        return failure(ErrorCode::InvalidArgument, info.pipe);
    QByteArray body;
    pcapng::appendU16(body, pcapng::linkTypeUpperPdu);
    pcapng::appendU16(body, 0);
    pcapng::appendU32(body, pcapng::maxPacketSize);
    if (const QByteArray peers = peersComment(info.peers); !peers.isEmpty())
        pcapng::appendOption(body, pcapng::commentOption, peers);
    pcapng::appendOption(body, pcapng::interfaceNameOption, connectionTitle(info));
    pcapng::appendOption(body, pcapng::interfaceDescriptionOption, text);
    pcapng::appendOption(body, pcapng::timeResolutionOption, QByteArray(1, static_cast<char>(pcapng::nanoseconds)));
    pcapng::appendEndOfOptions(body);
    const QByteArray block = pcapng::block(pcapng::interfaceBlock, body);
    return m_file.append({ piece(block) });
}

Result<IndexEntry> RecordWriter::record(const Record &record, quint32 interface)
{
    if (record.wire.size() > std::numeric_limits<quint32>::max())
        return failure(ErrorCode::MessageTooLarge, m_file.path());
    IndexEntry entry;
    entry.time = record.time.unixNanoseconds;
    entry.offset = m_file.size();
    entry.connection = record.connection.value;
    entry.framingSize = static_cast<quint32>(record.headSize + record.tailSize);
    entry.payloadSize = static_cast<quint32>(record.wire.size()) - entry.framingSize;
    entry.flags = record.from == Side::Server ? IndexEntry::FromServer : 0;
    entry.code = static_cast<quint8>(record.problem);
    const QByteArray &options = packetOptions(record.from);
    std::vector<pcapng::PacketWrapping> wrappings; // owns the bytes that `pieces` points to
    std::vector<iovec> pieces;
    for (Splitter splitter(record); !splitter.atEnd();) {
        QByteArrayView payload;
        const QByteArray tags = encodeTags(splitter.next(payload));
        if (wrappings.empty())
            entry.tagsSize = static_cast<quint16>(tags.size());
        const auto &wrapping = wrappings.emplace_back(
            pcapng::wrapPacket(interface - 1, static_cast<quint64>(entry.time), tags, payload.size(), options));
        pieces.insert(pieces.end(), { piece(wrapping.before), piece(payload), piece(wrapping.after) });
        if (splitter.isSplit())
            entry.flags |= IndexEntry::Split;
    }
    if (const Status written = m_file.append(std::move(pieces)); !written)
        return failure(written.error());
    return entry;
}

Result<IndexEntry> RecordWriter::event(const Event &event, const QByteArray &comment, quint32 interface)
{
    const Side from = event.side.value_or(Side::Client);
    const QByteArray kept = shortened(comment, pcapng::maxOptionSize);
    const QByteArray info = shortened(kept, 200);
    const QByteArray data = eventData(event);
    PacketTags tags;
    tags.from = from;
    tags.event = event.kind;
    tags.head = data;
    tags.info = info;
    const QByteArray start = encodeTags(tags);
    IndexEntry entry;
    entry.time = event.time.unixNanoseconds;
    entry.offset = m_file.size();
    entry.connection = event.connection.value;
    entry.tagsSize = static_cast<quint16>(start.size());
    entry.flags = static_cast<quint8>(IndexEntry::Event | (from == Side::Server ? IndexEntry::FromServer : 0));
    entry.code = static_cast<quint8>(event.kind);
    const QByteArrayView payload = QByteArrayView(event.data).first(qMin(event.data.size(), maxEventDataSize));
    entry.payloadSize = static_cast<quint32>(payload.size());
    const auto wrapping = pcapng::wrapPacket(
        interface - 1, static_cast<quint64>(entry.time), start, payload.size(), packetOptions(from, kept));
    const auto space = event.kind == EventKind::Lost || event.kind == EventKind::Closed ? RecordingFile::Space::Kept
                                                                                        : RecordingFile::Space::Free;
    if (const Status written = m_file.append({ piece(wrapping.before), piece(payload), piece(wrapping.after) }, space);
        !written)
        return failure(written.error());
    return entry;
}

Status RecordWriter::mark(quint64 item, const Mark &mark, quint32 interface, Timestamp time)
{
    const QByteArray comment = shortened(markComment(item, mark), pcapng::maxOptionSize);
    const QByteArray info = shortened(comment, 200);
    const QByteArray data = markData(item, mark);
    PacketTags tags;
    tags.event = EventKind::Note;
    tags.isMark = true;
    tags.head = data;
    tags.info = info;
    const auto wrapping = pcapng::wrapPacket(
        interface - 1, static_cast<quint64>(time.unixNanoseconds), encodeTags(tags), 0,
        packetOptions(Side::Client, comment));
    return m_file.append({ piece(wrapping.before), piece(wrapping.after) });
}

} // namespace pipeglass::capture
