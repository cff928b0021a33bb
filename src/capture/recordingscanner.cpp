// SPDX-License-Identifier: MIT
#include "capture/recordingscanner.h"

#include "capture/format/connectiondescription.h"
#include "capture/format/eventdata.h"
#include "capture/format/markdata.h"
#include "capture/format/usualpacket.h"

#include <QCoreApplication>
#include <QtEndian>

#include <limits>

namespace pipeglass::capture {

namespace {

/// Only our packet blocks are larger.
constexpr qint64 maxHeaderBlockSize = 0x40000;
static_assert(maxHeaderBlockSize <= FileWindow::capacity);

constexpr qint64 smallestBlock = pcapng::blockHeaderSize + pcapng::blockTrailerSize;

QByteArrayView optionsOf(QByteArrayView block, qsizetype fieldsSize)
{
    const qsizetype start = pcapng::blockHeaderSize + fieldsSize;
    return block.sliced(start, block.size() - start - pcapng::blockTrailerSize);
}

bool addFits(quint32 a, quint32 b) { return quint64{ a } + b <= std::numeric_limits<quint32>::max(); }

} // namespace

RecordingScanner::RecordingScanner(const RecordingFile &file, RecordIndex &index, Sink &sink, qint64 base)
    : m_file(file)
    , m_index(index)
    , m_sink(sink)
    , m_window(file)
    , m_base(base)
    , m_firstItem(index.count())
{
}

Result<bool> RecordingScanner::scan(qint64 maxBytes)
{
    const qint64 until = m_at + maxBytes;
    while (m_at < m_file.size()) {
        usualPackets(until);
        if (m_at >= until)
            return true;
        if (m_at == m_file.size())
            break;
        const Step good = nextBlock();
        if (!good || !*good) {
            m_window.forget(); // in a growing file the block may be complete next time
            return good;
        }
        m_at += m_blockSize;
    }
    return false;
}

/// Adds the messages that are buffered, up to `until` or a block of another kind.
void RecordingScanner::usualPackets(qint64 until)
{
    if (m_open || m_version != currentFormatVersion)
        return;
    for (QByteArrayView ahead = m_window.buffered(m_at); m_at < until && m_index.count() < RecordIndex::maxCount;) {
        const std::optional<UsualPacket> packet = usualPacket(ahead);
        if (!packet || packet->interface >= m_interfaces.size())
            return;
        IndexEntry entry;
        entry.time = static_cast<qint64>(packet->time);
        entry.offset = m_base + m_at;
        entry.payloadSize = packet->payloadSize;
        entry.framingSize = packet->framingSize;
        entry.connection = m_interfaces[packet->interface].connection;
        entry.tagsSize = packet->tagsSize;
        entry.flags = packet->from == Side::Server ? IndexEntry::FromServer : 0;
        m_index.append(entry);
        m_at += packet->blockSize;
        ahead = ahead.sliced(packet->blockSize);
    }
}

tl::unexpected<Error> RecordingScanner::refuse(const char *why) const
{
    return failure(ErrorCode::NotARecording, m_file.path(), QCoreApplication::translate("Recording", why));
}

Status RecordingScanner::begin()
{
    constexpr qsizetype fieldsEnd = pcapng::blockHeaderSize + pcapng::sectionFieldsSize;
    if (m_file.size() < fieldsEnd + pcapng::blockTrailerSize)
        return refuse(
            m_file.size() == 0 ? QT_TRANSLATE_NOOP("Recording", "it is empty")
                               : QT_TRANSLATE_NOOP("Recording", "it is too short"));
    const auto fields = m_window.bytes(0, fieldsEnd);
    if (!fields)
        return failure(fields.error());
    if (pcapng::u32At(*fields, 0) != pcapng::sectionHeaderBlock)
        return refuse(QT_TRANSLATE_NOOP("Recording", "it is not a pcapng file"));
    if (pcapng::u32At(*fields, 8) == qbswap(pcapng::byteOrderMagic))
        return refuse(QT_TRANSLATE_NOOP("Recording", "it has big-endian byte order, which no recording has"));
    m_blockSize = pcapng::u32At(*fields, 4);
    if (pcapng::u32At(*fields, 8) != pcapng::byteOrderMagic || pcapng::u16At(*fields, 12) != 1
        || m_blockSize < fieldsEnd + pcapng::blockTrailerSize || m_blockSize % 4 != 0)
        return refuse(QT_TRANSLATE_NOOP("Recording", "its first block is damaged"));
    if (m_blockSize > m_file.size())
        return refuse(QT_TRANSLATE_NOOP("Recording", "it was cut off in its first block"));
    if (m_blockSize > maxHeaderBlockSize)
        return refuse(QT_TRANSLATE_NOOP("Recording", "it was written by another program"));
    const auto block = m_window.bytes(0, m_blockSize);
    if (!block)
        return failure(block.error());
    const auto mark = pcapng::findOption(optionsOf(*block, pcapng::sectionFieldsSize), pcapng::commentOption);
    m_at = m_blockSize;
    if (!mark || !mark->startsWith(formatMark)) {
        m_version = foreignFile;
        const auto isUsable = hasForeignInterface();
        if (!isUsable)
            return failure(isUsable.error());
        return *isUsable
            ? Status()
            : refuse(QT_TRANSLATE_NOOP(
                "Recording", "it was written by another program, and has no exported PDUs (link type 252)"));
    }
    m_version = formatVersion(*mark);
    if (m_version < 1 || m_version > currentFormatVersion)
        return refuse(QT_TRANSLATE_NOOP("Recording", "it was written by a newer version"));
    return {};
}

/// Looks for one before the first packet.
Result<bool> RecordingScanner::hasForeignInterface()
{
    for (qint64 at = m_at; m_file.size() - at >= smallestBlock + pcapng::interfaceFieldsSize;) {
        const auto header = m_window.bytes(at, pcapng::blockHeaderSize + 4);
        if (!header)
            return failure(header.error());
        const quint32 type = pcapng::u32At(*header, 0);
        if (type == pcapng::enhancedPacketBlock || type == pcapng::sectionHeaderBlock)
            return false;
        if (type == pcapng::interfaceBlock
            && pcapng::u16At(*header, pcapng::blockHeaderSize) == pcapng::linkTypeUpperPdu)
            return true;
        const qint64 size = pcapng::u32At(*header, 4);
        if (size < smallestBlock || size % 4 != 0)
            return false;
        at += size;
    }
    return false;
}

/// Whether the length is at the end of the block too.
RecordingScanner::Step RecordingScanner::sizesAgree()
{
    // A small block is loaded as a whole, for its start is looked at next.
    if (m_blockSize <= maxHeaderBlockSize) {
        if (const auto block = m_window.bytes(m_at, m_blockSize); !block)
            return failure(block.error());
    }
    const auto trailer = m_window.bytes(m_at + m_blockSize - pcapng::blockTrailerSize, pcapng::blockTrailerSize);
    if (!trailer)
        return failure(trailer.error());
    return pcapng::u32At(*trailer, 0) == m_blockSize;
}

RecordingScanner::Step RecordingScanner::nextBlock()
{
    if (m_file.size() - m_at < smallestBlock)
        return false;
    const auto header = m_window.bytes(m_at, pcapng::blockHeaderSize);
    if (!header)
        return failure(header.error());
    const quint32 type = pcapng::u32At(*header, 0);
    m_blockSize = pcapng::u32At(*header, 4);
    if (m_blockSize < smallestBlock || m_blockSize % 4 != 0 || m_blockSize > m_file.size() - m_at)
        return false;
    if (const Step agree = sizesAgree(); !agree || !*agree)
        return agree;
    switch (type) {
    case pcapng::sectionHeaderBlock:
        m_interfaces.clear();
        return isForeign(); // a recording has one section
    case pcapng::interfaceBlock:
        return interfaceBlock();
    case pcapng::enhancedPacketBlock:
        return packetBlock();
    default:
        return true; // blocks of other programs are skipped
    }
}

RecordingScanner::Step RecordingScanner::interfaceBlock()
{
    if (m_blockSize < smallestBlock + pcapng::interfaceFieldsSize || m_blockSize > maxHeaderBlockSize)
        return false;
    // Only in a file that was made to fill the memory: our blocks are larger than what is kept of them.
    constexpr qint64 always = qint64{ 1 } << 20U;
    if (static_cast<qint64>(m_interfaces.size() * sizeof(ConnectionInfo)) > m_at + always)
        return false;
    const auto block = m_window.bytes(m_at, m_blockSize);
    if (!block)
        return failure(block.error());
    const QByteArrayView options = optionsOf(*block, pcapng::interfaceFieldsSize);
    const auto resolution = pcapng::findOption(options, pcapng::timeResolutionOption);
    const auto text = pcapng::findOption(options, pcapng::interfaceDescriptionOption);
    if (isForeign())
        return foreignInterface(*block);
    if (pcapng::u16At(*block, pcapng::blockHeaderSize) != pcapng::linkTypeUpperPdu || !text || !resolution
        || resolution->size() != 1 || resolution->front() != pcapng::nanoseconds)
        return false;
    auto info = connectionFromDescription(*text);
    if (!info)
        return false;
    addConnection(*std::move(info), pcapng::nanoseconds);
    return true;
}

void RecordingScanner::addConnection(ConnectionInfo info, quint8 timeResolution)
{
    const bool isHosted = info.ours == Side::Server;
    m_interfaces.push_back({ m_sink.addConnection(std::move(info)), isHosted, timeResolution });
}

RecordingScanner::Step RecordingScanner::foreignInterface(QByteArrayView block)
{
    const QByteArrayView options = optionsOf(block, pcapng::interfaceFieldsSize);
    if (pcapng::u16At(block, pcapng::blockHeaderSize) != pcapng::linkTypeUpperPdu) {
        m_interfaces.emplace_back();
        return true;
    }
    const auto resolution = pcapng::findOption(options, pcapng::timeResolutionOption);
    const auto text = pcapng::findOption(options, pcapng::interfaceDescriptionOption);
    const auto name = pcapng::findOption(options, pcapng::interfaceNameOption);
    auto info = text ? connectionFromDescription(*text) : std::nullopt; // a recording that was rewritten
    if (!info) {
        info.emplace();
        info->pipe = name.value_or(text.value_or(m_file.path())).toByteArray();
        info->framing = { "raw", "raw" };
    }
    addConnection(
        *std::move(info),
        resolution && resolution->size() == 1 ? static_cast<quint8>(resolution->front()) : pcapng::microseconds);
    return true;
}

RecordingScanner::Step RecordingScanner::packetBlock()
{
    if (m_blockSize < pcapng::packetHeaderSize + pcapng::blockTrailerSize)
        return false;
    const qsizetype start = qMin<qint64>(m_blockSize, pcapng::packetHeaderSize + maxTagsSize);
    const auto bytes = m_window.bytes(m_at, start);
    if (!bytes)
        return failure(bytes.error());
    const auto header = pcapng::packetHeader(*bytes);
    if (!header || header->interface >= m_interfaces.size())
        return false;
    const Interface &interface = m_interfaces[header->interface];
    if (interface.connection == 0)
        return true;
    const QByteArrayView packet = bytes->sliced(pcapng::packetHeaderSize);
    const auto decoded = decodeTags(
        packet.first(qMin<qsizetype>(packet.size(), header->capturedSize)),
        isForeign() ? TagsOf::AnyProgram : TagsOf::Pipeglass);
    if (!decoded)
        return isForeign(); // skipped
    const PacketTags &tags = decoded->tags;
    if (tags.isMark) {
        if (const auto mark = readMarkData(tags.head))
            m_sink.setMark(m_firstItem + mark->first, mark->second);
        return !m_open.has_value();
    }
    IndexEntry entry;
    entry.time = static_cast<qint64>(pcapng::inNanoseconds(header->time, interface.timeResolution));
    entry.offset = m_base + m_at;
    entry.payloadSize = header->capturedSize - static_cast<quint32>(decoded->size);
    entry.framingSize = static_cast<quint32>(tags.head.size() + tags.tail.size());
    entry.connection = interface.connection;
    entry.tagsSize = static_cast<quint16>(decoded->size);
    entry.code = static_cast<quint8>(tags.problem);
    if (sideOf(tags, interface) == Side::Server)
        entry.flags |= IndexEntry::FromServer;
    if (tags.event) {
        if (tags.moreFollows || tags.continued || entry.payloadSize > maxEventDataSize)
            return false;
        entry.flags |= IndexEntry::Event;
        entry.code = static_cast<quint8>(*tags.event);
        entry.framingSize = 0; // the head of an event holds its values
        if (*tags.event == EventKind::Identified || *tags.event == EventKind::FramingGuessed) {
            Event event{ {}, { entry.connection }, *tags.event };
            readEventData(tags.head, event);
            m_sink.describe(event);
        }
    }
    const bool moreFollows = tags.moreFollows;
    const bool isContinued = tags.continued;
    if (isForeign() && !decoded->hasDirection) { // the views into the window end here
        const auto side = foreignSide(*header);
        if (!side)
            return failure(side.error());
        if (*side == Side::Server)
            entry.flags |= IndexEntry::FromServer;
    }
    return isContinued ? continueRecord(entry, moreFollows) : beginRecord(entry, moreFollows);
}

/// By the flags of the packet; the client if they do not say it.
Result<Side> RecordingScanner::foreignSide(const pcapng::PacketHeader &header)
{
    const qint64 size = m_blockSize - header.optionsOffset() - pcapng::blockTrailerSize;
    if (size <= 0 || size > maxHeaderBlockSize)
        return Side::Client;
    const auto options = m_window.bytes(m_at + header.optionsOffset(), size);
    if (!options)
        return failure(options.error());
    const auto flags = pcapng::findOption(*options, pcapng::packetFlagsOption);
    const bool isInbound = flags && flags->size() == 4 && (pcapng::u32At(*flags, 0) & 3U) == pcapng::inbound;
    return isInbound ? Side::Server : Side::Client;
}

/// In version 1 the direction is as seen by the recording program.
Side RecordingScanner::sideOf(const PacketTags &tags, const Interface &interface) const
{
    return m_version == 1 && interface.isHosted ? otherSide(tags.from) : tags.from;
}

bool RecordingScanner::beginRecord(const IndexEntry &entry, bool moreFollows)
{
    if (m_open || m_index.count() == RecordIndex::maxCount)
        return false;
    if (!moreFollows) {
        m_index.append(entry);
        return true;
    }
    m_open = entry;
    m_open->flags |= IndexEntry::Split;
    return true;
}

bool RecordingScanner::continueRecord(const IndexEntry &part, bool moreFollows)
{
    if (!m_open || part.connection != m_open->connection || part.from() != m_open->from() || part.code != m_open->code
        || !addFits(m_open->payloadSize, part.payloadSize) || !addFits(m_open->framingSize, part.framingSize))
        return false;
    m_open->payloadSize += part.payloadSize;
    m_open->framingSize += part.framingSize;
    if (!moreFollows) {
        m_index.append(*m_open);
        m_open.reset();
    }
    return true;
}

/// Adds an incomplete last record with the packets that exist, as malformed bytes.
void RecordingScanner::finish()
{
    m_cutOff = m_at < m_file.size() || m_open.has_value();
    if (!m_open || !addFits(m_open->payloadSize, m_open->framingSize))
        return;
    m_open->payloadSize += m_open->framingSize;
    m_open->framingSize = 0;
    m_open->flags |= IndexEntry::Incomplete;
    m_open->code = static_cast<quint8>(FrameProblem::Incomplete);
    m_index.append(*m_open);
    m_open.reset();
}

} // namespace pipeglass::capture
