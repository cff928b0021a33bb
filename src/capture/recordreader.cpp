// SPDX-License-Identifier: MIT
#include "capture/recordreader.h"

#include "capture/format/eventdata.h"
#include "capture/format/pcapng.h"

#include <QCoreApplication>

#include <cstring>

namespace pipeglass::capture {

namespace {

constexpr qsizetype maxEventBlockSize = 0x20000;

/// Size of the first block's header and tags.
qsizetype startSize(const IndexEntry &entry) { return pcapng::packetHeaderSize + entry.tagsSize; }

/// Assembles the wire of a record: cursors for heads, payloads and tails.
class WireAssembly {
public:
    explicit WireAssembly(const IndexEntry &entry)
        : m_wire(qsizetype{ entry.payloadSize } + entry.framingSize, Qt::Uninitialized)
    {
    }

    [[nodiscard]] qsizetype free() const { return m_wire.size() - m_used; }
    [[nodiscard]] qsizetype headSize() const { return m_headSize; }
    [[nodiscard]] qsizetype tailSize() const { return m_tail.size(); }

    /// Reserves space for a part's payload after its head; tails are placed at the end. Null if it does not fit.
    char *add(const PacketTags &tags, qsizetype payloadSize)
    {
        // A head after a payload: the parts are out of order.
        const bool outOfOrder = !tags.head.isEmpty() && m_used > m_headSize;
        if (outOfOrder || tags.head.size() + payloadSize + tags.tail.size() > free() - m_tail.size())
            return nullptr;
        append(tags.head);
        m_headSize += tags.head.size();
        m_tail.append(tags.tail);
        char *payload = m_wire.data() + m_used;
        m_used += payloadSize;
        return payload;
    }

    /// The wire, if it is complete.
    [[nodiscard]] std::optional<QByteArray> finished()
    {
        append(m_tail);
        return free() == 0 ? std::optional(m_wire) : std::nullopt;
    }

private:
    void append(QByteArrayView bytes)
    {
        if (!bytes.isEmpty())
            std::memcpy(m_wire.data() + m_used, bytes.data(), static_cast<size_t>(bytes.size()));
        m_used += bytes.size();
    }

    QByteArray m_wire;
    QByteArray m_tail;
    qsizetype m_used = 0;
    qsizetype m_headSize = 0;
};

} // namespace

tl::unexpected<Error> RecordReader::changed() const
{
    return failure(
        ErrorCode::NotARecording, m_file.path(),
        QCoreApplication::translate("Recording", "it was changed while it was open"));
}

RecordSummary RecordReader::summary(const IndexEntry &entry)
{
    RecordSummary summary;
    summary.time.unixNanoseconds = entry.time;
    summary.connection.value = entry.connection;
    summary.from = entry.from();
    summary.isEvent = (entry.flags & IndexEntry::Event) != 0;
    if (summary.isEvent) {
        summary.eventKind = static_cast<EventKind>(entry.code);
        return summary;
    }
    summary.problem = static_cast<FrameProblem>(entry.code);
    summary.payloadSize = entry.payloadSize;
    summary.wireSize = qsizetype{ entry.payloadSize } + entry.framingSize;
    return summary;
}

Status RecordReader::readAt(qint64 offset, char *to, qsizetype size, ReadAhead *ahead) const
{
    return ahead != nullptr ? ahead->readAt(offset, to, size) : m_file.readAt(offset, to, size);
}

Result<RecordReader::Part> RecordReader::partAt(qint64 offset, qsizetype startSize, ReadAhead *ahead) const
{
    const qint64 available = m_file.size() - offset;
    if (available < qMax(startSize, pcapng::packetHeaderSize))
        return changed();
    Part part;
    part.start.resize(qMax(startSize, pcapng::packetHeaderSize));
    if (const Status read = readAt(offset, part.start.data(), part.start.size(), ahead); !read)
        return failure(read.error());
    const auto header = pcapng::packetHeader(part.start);
    if (!header || header->blockSize > available)
        return changed();
    if (startSize == 0) {
        const qsizetype tagsSize = qMin<qsizetype>(header->capturedSize, maxTagsSize);
        part.start.resize(pcapng::packetHeaderSize + tagsSize);
        char *tags = part.start.data() + pcapng::packetHeaderSize;
        if (const Status read = readAt(offset + pcapng::packetHeaderSize, tags, tagsSize, ahead); !read)
            return failure(read.error());
    }
    const QByteArrayView packet = QByteArrayView(part.start).sliced(pcapng::packetHeaderSize);
    const TagsOf origin = m_version == foreignFile ? TagsOf::AnyProgram : TagsOf::Pipeglass;
    const auto decoded = decodeTags(packet.first(qMin<qsizetype>(packet.size(), header->capturedSize)), origin);
    if (!decoded)
        return changed();
    part.decoded = *decoded;
    part.payloadOffset = offset + pcapng::packetHeaderSize + decoded->size;
    part.payloadSize = qsizetype{ header->capturedSize } - decoded->size;
    part.next = offset + header->blockSize;
    return part;
}

Result<Record> RecordReader::record(const IndexEntry &entry, ReadAhead *ahead) const
{
    if ((entry.flags & IndexEntry::Event) != 0)
        return Record{ { entry.time }, { entry.connection }, entry.from(), FrameProblem::None, {} };
    WireAssembly wire(entry);
    const bool incomplete = (entry.flags & IndexEntry::Incomplete) != 0;
    qint64 at = entry.offset;
    bool more = true;
    while (more) {
        const auto part = partAt(at, at == entry.offset ? startSize(entry) : 0, ahead);
        if (!part)
            return failure(part.error());
        char *payload = wire.add(part->decoded.tags, part->payloadSize);
        if (payload == nullptr)
            return changed();
        if (const Status read = readAt(part->payloadOffset, payload, part->payloadSize, ahead); !read)
            return failure(read.error());
        at = part->next;
        more = part->decoded.tags.moreFollows && !(incomplete && wire.free() == wire.tailSize());
    }
    const auto bytes = wire.finished();
    if (!bytes)
        return changed();
    Record record;
    record.time.unixNanoseconds = entry.time;
    record.connection.value = entry.connection;
    record.from = entry.from();
    record.problem = static_cast<FrameProblem>(entry.code);
    record.wire = *bytes;
    record.headSize = incomplete ? 0 : wire.headSize();
    record.tailSize = incomplete ? 0 : wire.tailSize();
    return record;
}

Result<Slice> RecordReader::payload(const IndexEntry &entry, ReadAhead &ahead) const
{
    if ((entry.flags & IndexEntry::Event) != 0)
        return Slice();
    if ((entry.flags & (IndexEntry::Split | IndexEntry::Incomplete)) == 0)
        return ahead.bytes(entry.offset + startSize(entry), entry.payloadSize);
    return record(entry, &ahead).map([](const Record &whole) { return whole.payload(); });
}

Result<QByteArray> RecordReader::payloadStart(const IndexEntry &entry, qsizetype maxBytes) const
{
    const qsizetype size = qBound<qsizetype>(0, maxBytes, entry.payloadSize);
    QByteArray bytes(size, Qt::Uninitialized);
    if ((entry.flags & IndexEntry::Split) == 0) {
        const qint64 offset = entry.offset + startSize(entry);
        if (const Status read = m_file.readAt(offset, bytes.data(), size); !read)
            return failure(read.error());
        return bytes;
    }
    if ((entry.flags & IndexEntry::Incomplete) != 0)
        return record(entry).map([&](const Record &whole) { return whole.wire.sliced(0, size).toByteArray(); });
    qint64 at = entry.offset;
    for (qsizetype have = 0; have < size;) {
        const auto part = partAt(at, at == entry.offset ? startSize(entry) : 0);
        if (!part)
            return failure(part.error());
        const qsizetype wanted = qMin(size - have, part->payloadSize);
        if (const Status read = m_file.readAt(part->payloadOffset, bytes.data() + have, wanted); !read)
            return failure(read.error());
        have += wanted;
        at = part->next;
        if (have < size && !part->decoded.tags.moreFollows)
            return changed();
    }
    return bytes;
}

Result<Event> RecordReader::event(const IndexEntry &entry) const
{
    const auto part = partAt(entry.offset, startSize(entry));
    if (!part)
        return failure(part.error());
    const auto header = pcapng::packetHeader(part->start);
    const qsizetype size = header->blockSize - header->optionsOffset() - pcapng::blockTrailerSize;
    if (size > maxEventBlockSize)
        return changed();
    QByteArray options(size, Qt::Uninitialized);
    if (const Status read = m_file.readAt(entry.offset + header->optionsOffset(), options.data(), size); !read)
        return failure(read.error());
    Event event;
    event.time.unixNanoseconds = entry.time;
    event.connection.value = entry.connection;
    event.kind = static_cast<EventKind>(entry.code);
    const QByteArrayView data = part->decoded.tags.head;
    readEventData(data, event);
    // In version 1 an event's text is its comment; since version 2 the comment repeats the values for other programs.
    const auto comment = pcapng::findOption(options, pcapng::commentOption);
    event.data.resize(part->payloadSize);
    if (const Status read = m_file.readAt(part->payloadOffset, event.data.data(), event.data.size()); !read)
        return failure(read.error());
    if (comment && (m_version == 1 || event.kind == EventKind::Note))
        event.note = QString::fromUtf8(*comment);
    return event;
}

} // namespace pipeglass::capture
