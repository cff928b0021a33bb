// SPDX-License-Identifier: MIT
#include "capture/recording.h"

#include "capture/file/recordingfile.h"
#include "capture/format/connectiondescription.h"
#include "capture/format/eventdata.h"
#include "capture/marktable.h"
#include "capture/recordindex.h"
#include "capture/recordingreader.h"
#include "capture/recordingscan.h"
#include "capture/segment.h"

#include <atomic>
#include <limits>
#include <map>
#include <mutex>
#include <utility>

namespace pipeglass::capture {

class Recording::Private : public RecordingScanner::Sink {
public:
    explicit Private(QByteArray recordingPath)
        : path(std::move(recordingPath))
    {
    }

    /// The number of the new entry, or its error.
    [[nodiscard]] Result<quint64> added(Result<IndexEntry> entry)
    {
        if (!entry)
            return failure(entry.error());
        current->hasItems = true;
        if (!isIndexed)
            return unindexed.fetch_add(1, std::memory_order_relaxed);
        const quint64 number = index.count();
        entry->offset += Segments::base(currentNumber);
        index.append(*entry);
        return number;
    }

    /// Requirements of every append: our own file, a known connection, room in the index and in the ring. Returns the
    /// number of the connection in the file.
    [[nodiscard]] Result<quint32> prepareAppend(ConnectionId id, qint64 size)
    {
        if (current == nullptr || !current->file->isWritable())
            return failure(ErrorCode::Unsupported, path);
        if (!isKnown(id))
            return failure(ErrorCode::InvalidArgument, path);
        if (index.count() == RecordIndex::maxCount)
            return failure(ErrorCode::DiskFull, path);
        if (!ring)
            return id.value;
        if (const Status rotated = rotateFor(size); !rotated)
            return failure(rotated.error());
        return interfaceOf(id);
    }

    /// Begins another file of the ring if this one has no room.
    [[nodiscard]] Status rotateFor(qint64 size)
    {
        if (!current->hasItems || current->file->size() + size <= ring->limits().fileSize)
            return {};
        isAtLimit = ring->isFull() && !deletesOldest;
        return isAtLimit ? failure(ErrorCode::RecordingFull, path) : beginFile();
    }

    [[nodiscard]] Status beginFile()
    {
        if (currentNumber == Segments::maxNumber)
            return failure(ErrorCode::RecordingFull, path);
        auto file = ring->createFile();
        for (; droppedFiles < ring->deletedOwn(); ++droppedFiles) {
            if (isIndexed)
                segments.dropFirst();
        }
        if (!file)
            return failure(file.error());
        auto segment = std::make_shared<Segment>(std::move(*file), index.count());
        if (const Status begun = segment->writer.begin(); !begun) {
            segment->file->discard();
            return begun;
        }
        if (current != nullptr)
            current->file->releaseLock();
        current = segment;
        if (isIndexed)
            currentNumber = segments.add(std::move(segment));
        return {};
    }

    [[nodiscard]] Result<quint32> interfaceOf(ConnectionId id)
    {
        if (const auto found = current->interfaces.find(id.value); found != current->interfaces.end())
            return found->second;
        ConnectionInfo info = find(id).value_or(ConnectionInfo{});
        info.ringId = ring->id();
        if (const Status written = current->writer.connection(info); !written)
            return failure(written.error());
        const auto number = static_cast<quint32>(current->interfaces.size() + 1);
        current->interfaces.emplace(info.id.value, number);
        return number;
    }

    [[nodiscard]] bool isKnown(ConnectionId id) const
    {
        const std::lock_guard lock(connectionsMutex);
        return id.isValid() && id.value <= connections.size();
    }

    [[nodiscard]] std::optional<ConnectionInfo> find(ConnectionId id) const
    {
        const std::lock_guard lock(connectionsMutex);
        if (!id.isValid() || id.value > connections.size())
            return std::nullopt;
        return connections[id.value - 1];
    }

    quint32 addConnection(ConnectionInfo info) override
    {
        const std::lock_guard lock(connectionsMutex);
        const auto number = static_cast<quint32>(connections.size() + 1);
        if (!info.ringId.isEmpty() && current == nullptr) { // read from a ring: known by another file?
            const auto [found, isNew] = ringConnections.try_emplace({ info.ringId, info.id.value }, number);
            if (!isNew)
                return found->second;
        }
        info.id.value = number;
        connections.push_back(std::move(info));
        return number;
    }

    void describe(const Event &event) override
    {
        const std::lock_guard lock(connectionsMutex);
        if (!event.side || !event.connection.isValid() || event.connection.value > connections.size())
            return;
        ConnectionInfo &info = connections[event.connection.value - 1];
        if (event.kind == EventKind::Identified)
            info.peers[*event.side] = event.process;
        else if (event.kind == EventKind::FramingGuessed)
            info.framing[*event.side] = event.framing;
    }

    void setMark(quint64 item, const Mark &mark) override { marks.set(item, mark); }

    /// To the file that has the item.
    [[nodiscard]] Status writeMark(quint64 item, const Mark &mark)
    {
        const IndexEntry entry = index.at(item);
        const SegmentPtr segment = segments.of(entry);
        if (segment == nullptr)
            return failure(ErrorCode::RecordDeleted, path);
        const quint64 inFile = item - segment->firstItem;
        if (current != nullptr) {
            const auto found = segment->interfaces.find(entry.connection);
            const quint32 interface = found == segment->interfaces.end() ? entry.connection : found->second;
            return segment->writer.mark(inFile, mark, interface, now());
        }
        const std::lock_guard lock(appendMutex);
        segment->file->refreshSize();
        if (scan->isForeign() || scan->isCutOff() || (scan->position() < segments.size() && !isMarkedSince))
            return failure(ErrorCode::RecordingInUse, path);
        auto appending = RecordingFile::openForAppending(*segment->file);
        if (!appending)
            return failure(appending.error());
        isMarkedSince = true;
        return RecordWriter(**appending).mark(inFile, mark, 1, now());
    }

    /// The file of an item, and its entry there.
    [[nodiscard]] Result<std::pair<SegmentPtr, IndexEntry>> segmentOf(quint64 number) const
    {
        if (!isIndexed)
            return failure(ErrorCode::RecordDeleted, path);
        const IndexEntry entry = index.at(number);
        SegmentPtr segment = segments.of(entry);
        if (segment == nullptr)
            return failure(ErrorCode::RecordDeleted, path);
        return std::pair(std::move(segment), Segments::local(entry));
    }

    QByteArray path;
    Segments segments;
    SegmentPtr current; ///< written to; null when reading
    quint32 currentNumber = 0;
    std::optional<Ring> ring;
    size_t droppedFiles = 0;
    std::atomic<bool> deletesOldest{ true };
    bool isAtLimit = false; ///< an append failed because of it
    bool isIndexed = true;
    std::atomic<quint64> unindexed{ 0 }; ///< items without an index
    RecordIndex index;
    std::unique_ptr<RecordingScan> scan; ///< when reading
    std::map<std::pair<QByteArray, quint32>, quint32> ringConnections; ///< by ring and number there
    std::mutex appendMutex;
    bool isMarkedSince = false; ///< what follows the scanned part are marks of ours
    MarkTable marks;
    mutable std::mutex connectionsMutex; // connections are rare; reading records does not need it
    std::vector<ConnectionInfo> connections;
};

Recording::Recording() = default;

Recording::~Recording() = default;

Result<std::shared_ptr<Recording>> Recording::create(const QByteArray &path)
{
    auto file = path.isEmpty() ? RecordingFile::createPrivate() : RecordingFile::createNamed(path);
    if (!file)
        return failure(file.error());
    std::shared_ptr<Recording> recording(new Recording);
    recording->d = std::make_unique<Private>(path);
    Private &d = *recording->d;
    d.current = std::make_shared<Segment>(std::move(*file), 0);
    d.segments.add(d.current);
    if (const Status begun = d.current->writer.begin(); !begun) {
        d.current->file->discard();
        return failure(begun.error());
    }
    return recording;
}

Result<std::shared_ptr<Recording>> Recording::createRing(const QByteArray &directory, RingLimits limits, RingUse use)
{
    auto ring = Ring::open(directory, limits);
    if (!ring)
        return failure(ring.error());
    std::shared_ptr<Recording> recording(new Recording);
    recording->d = std::make_unique<Private>(directory);
    recording->d->ring = std::move(*ring);
    recording->d->isIndexed = use == RingUse::Indexed;
    if (const Status begun = recording->d->beginFile(); !begun)
        return failure(begun.error());
    return recording;
}

Result<std::shared_ptr<Recording>> Recording::begin(const QByteArray &path)
{
    std::shared_ptr<Recording> recording(new Recording);
    recording->d = std::make_unique<Private>(path);
    Private &d = *recording->d;
    d.scan = std::make_unique<RecordingScan>(path, d.segments, d.index, d);
    if (const Status begun = d.scan->begin(); !begun)
        return failure(begun.error());
    return recording;
}

Result<std::shared_ptr<Recording>> Recording::open(const QByteArray &path)
{
    auto recording = begin(path);
    if (!recording)
        return recording;
    for (bool hasMore = true; hasMore;) {
        const auto more = (*recording)->readMore(std::numeric_limits<qint64>::max() / 2);
        if (!more)
            return failure(more.error());
        hasMore = *more;
    }
    (*recording)->finishReading();
    return recording;
}

Result<bool> Recording::readMore(qint64 maxBytes) { return d->scan->scan(maxBytes); }

void Recording::finishReading() { d->scan->finish(); }

qint64 Recording::bytesRead() const { return d->scan != nullptr ? d->scan->position() : sizeOnDisk(); }

Result<ConnectionId> Recording::addConnection(ConnectionInfo info)
{
    if (d->current == nullptr || !d->current->file->isWritable())
        return failure(ErrorCode::Unsupported, d->path);
    const ConnectionId id{ static_cast<quint32>(connections().size() + 1) };
    info.id = id;
    // In a ring it is written to each file that needs it.
    if (!d->ring) {
        if (const Status written = d->current->writer.connection(info); !written)
            return failure(written.error());
    }
    d->addConnection(std::move(info));
    return id;
}

Result<quint64> Recording::append(const Record &record)
{
    if (record.headSize < 0 || record.tailSize < 0 || record.headSize + record.tailSize > record.wire.size())
        return failure(ErrorCode::InvalidArgument, d->path);
    const auto interface = d->prepareAppend(record.connection, RecordWriter::sizeInFile(record.wire.size()));
    if (!interface)
        return failure(interface.error());
    return d->added(d->current->writer.record(record, *interface));
}

Result<quint64> Recording::append(const Event &event)
{
    const auto interface = d->prepareAppend(event.connection, 0);
    if (!interface)
        return failure(interface.error());
    QByteArray comment = eventComment(event);
    if (event.kind == EventKind::Connected) {
        if (const QByteArray peers = peersComment(d->find(event.connection)->peers); !peers.isEmpty())
            comment += ": " + peers;
    }
    auto number = d->added(d->current->writer.event(event, comment, *interface));
    if (number)
        d->describe(event);
    return number;
}

void Recording::finishWriting()
{
    if (d->isIndexed)
        d->segments.releaseLocks();
    d->current->file->releaseLock();
}

Status Recording::setMark(quint64 item, const Mark &mark)
{
    if (!d->isIndexed || item >= count())
        return failure(ErrorCode::InvalidArgument, d->path);
    Mark kept = mark;
    kept.note.truncate(Mark::maxNoteSize);
    if (kept == this->mark(item))
        return {};
    d->setMark(item, kept);
    return d->writeMark(item, kept);
}

bool Recording::isWritten() const { return d->current != nullptr; }

quint64 Recording::markChanges() const { return d->marks.changes(); }

Mark Recording::mark(quint64 number) const { return d->marks.of(number); }

std::vector<quint64> Recording::markedItems() const { return d->marks.items(count()); }

void Recording::discard()
{
    if (d->ring)
        d->ring->discard();
    else
        d->current->file->discard();
}

void Recording::setDeletesOldest(bool deletes) { d->deletesOldest = deletes; }

bool Recording::canGrow() { return !(d->isAtLimit && !d->deletesOldest) && d->current->file->canGrow(); }

quint64 Recording::count() const { return d->isIndexed ? d->index.count() : d->unindexed.load(); }

RecordSummary Recording::summary(quint64 number) const
{
    return d->isIndexed ? RecordReader::summary(d->index.at(number)) : RecordSummary();
}

std::unique_ptr<MessageReader> Recording::reader() const
{
    return std::make_unique<RecordingReader>(d->index, d->isIndexed ? &d->segments : nullptr, d->path);
}

quint64 Recording::eventsBefore(quint64 number) const { return d->index.eventsBefore(number); }

Result<Record> Recording::read(quint64 number) const
{
    const auto found = d->segmentOf(number);
    return found ? found->first->reader.record(found->second) : failure(found.error());
}

Result<QByteArray> Recording::payloadStart(quint64 number, qsizetype maxBytes) const
{
    const auto found = d->segmentOf(number);
    return found ? found->first->reader.payloadStart(found->second, maxBytes) : failure(found.error());
}

Result<Event> Recording::event(quint64 number) const
{
    const auto found = d->segmentOf(number);
    return found ? found->first->reader.event(found->second) : failure(found.error());
}

std::vector<ConnectionInfo> Recording::connections() const
{
    const std::lock_guard lock(d->connectionsMutex);
    return d->connections;
}

std::optional<ConnectionInfo> Recording::connection(ConnectionId id) const { return d->find(id); }

bool Recording::hasWriter() const { return d->current != nullptr || d->segments.last()->file->hasWriter(); }

bool Recording::isForeign() const { return d->scan != nullptr && d->scan->isForeign(); }

bool Recording::isCutOff() const { return d->scan != nullptr && d->scan->isCutOff(); }

QByteArray Recording::path() const { return d->path; }

qint64 Recording::sizeOnDisk() const { return d->isIndexed ? d->segments.size() : d->current->file->size(); }

} // namespace pipeglass::capture
