// SPDX-License-Identifier: MIT
#include "capture/recording.h"

#include "capture/file/recordingfile.h"
#include "capture/format/connectiondescription.h"
#include "capture/format/eventdata.h"
#include "capture/recordindex.h"
#include "capture/recordingscanner.h"
#include "capture/recordreader.h"
#include "capture/recordwriter.h"

#include <limits>
#include <mutex>

namespace pipeglass::capture {

class Recording::Private : public RecordingScanner::Sink {
public:
    explicit Private(std::unique_ptr<RecordingFile> recordingFile)
        : file(std::move(recordingFile))
    {
    }

    /// The number of the new entry, or its error.
    [[nodiscard]] Result<quint64> added(const Result<IndexEntry> &entry)
    {
        if (!entry)
            return failure(entry.error());
        const quint64 number = index.count();
        index.append(*entry);
        return number;
    }

    /// Requirements of every append: our own file, a known connection, room in the index.
    [[nodiscard]] Status mayAppend(ConnectionId id) const
    {
        if (!file->isWritable())
            return failure(ErrorCode::Unsupported, file->path());
        if (!knows(id))
            return failure(ErrorCode::InvalidArgument, file->path());
        if (index.count() == RecordIndex::maxCount)
            return failure(ErrorCode::DiskFull, file->path());
        return {};
    }

    [[nodiscard]] bool knows(ConnectionId id) const
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

    void addConnection(ConnectionInfo info) override
    {
        const std::lock_guard lock(connectionsMutex);
        connections.push_back(std::move(info));
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

    std::unique_ptr<RecordingFile> file;
    RecordIndex index;
    RecordReader reader{ *file };
    RecordWriter writer{ *file };
    std::unique_ptr<RecordingScanner> scanner; ///< when reading
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
    recording->d = std::make_unique<Private>(std::move(*file));
    if (const Status begun = recording->d->writer.begin(); !begun) {
        recording->d->file->discard();
        return failure(begun.error());
    }
    return recording;
}

Result<std::shared_ptr<Recording>> Recording::begin(const QByteArray &path)
{
    auto file = RecordingFile::openForReading(path);
    if (!file)
        return failure(file.error());
    std::shared_ptr<Recording> recording(new Recording);
    recording->d = std::make_unique<Private>(std::move(*file));
    Private &d = *recording->d;
    d.scanner = std::make_unique<RecordingScanner>(*d.file, d.index, d);
    if (const Status begun = d.scanner->begin(); !begun)
        return failure(begun.error());
    d.reader.setVersion(d.scanner->version());
    return recording;
}

Result<std::shared_ptr<Recording>> Recording::open(const QByteArray &path)
{
    auto recording = begin(path);
    if (!recording)
        return recording;
    if (const auto more = (*recording)->d->scanner->scan(std::numeric_limits<qint64>::max() / 2); !more)
        return failure(more.error());
    (*recording)->finishReading();
    return recording;
}

Result<bool> Recording::readMore(qint64 maxBytes)
{
    d->file->refreshSize();
    return d->scanner->scan(maxBytes);
}

void Recording::finishReading() { d->scanner->finish(); }

qint64 Recording::bytesRead() const { return d->scanner != nullptr ? d->scanner->position() : d->file->size(); }

Result<ConnectionId> Recording::addConnection(ConnectionInfo info)
{
    if (!d->file->isWritable())
        return failure(ErrorCode::Unsupported, d->file->path());
    info.id.value = static_cast<quint32>(connections().size() + 1);
    if (const Status written = d->writer.connection(info); !written)
        return failure(written.error());
    const ConnectionId id = info.id;
    d->addConnection(std::move(info));
    return id;
}

Result<quint64> Recording::append(const Record &record)
{
    if (const Status may = d->mayAppend(record.connection); !may)
        return failure(may.error());
    if (record.headSize < 0 || record.tailSize < 0 || record.headSize + record.tailSize > record.wire.size())
        return failure(ErrorCode::InvalidArgument, d->file->path());
    return d->added(d->writer.record(record));
}

Result<quint64> Recording::append(const Event &event)
{
    if (const Status may = d->mayAppend(event.connection); !may)
        return failure(may.error());
    QByteArray comment = eventComment(event);
    if (event.kind == EventKind::Connected) {
        if (const QByteArray peers = peersComment(d->find(event.connection)->peers); !peers.isEmpty())
            comment += ": " + peers;
    }
    auto number = d->added(d->writer.event(event, comment));
    if (number)
        d->describe(event);
    return number;
}

void Recording::discard() { d->file->discard(); }

bool Recording::canGrow() { return d->file->canGrow(); }

quint64 Recording::count() const { return d->index.count(); }

RecordSummary Recording::summary(quint64 number) const
{
    const IndexEntry &entry = d->index.at(number);
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

Result<Record> Recording::read(quint64 number) const { return d->reader.record(d->index.at(number)); }

Result<QByteArray> Recording::payloadStart(quint64 number, qsizetype maxBytes) const
{
    return d->reader.payloadStart(d->index.at(number), maxBytes);
}

Result<Event> Recording::event(quint64 number) const { return d->reader.event(d->index.at(number)); }

std::vector<ConnectionInfo> Recording::connections() const
{
    const std::lock_guard lock(d->connectionsMutex);
    return d->connections;
}

std::optional<ConnectionInfo> Recording::connection(ConnectionId id) const { return d->find(id); }

bool Recording::hasWriter() const { return d->file->hasWriter(); }

bool Recording::isForeign() const { return d->scanner != nullptr && d->scanner->version() == foreignFile; }

bool Recording::isCutOff() const { return d->scanner != nullptr && d->scanner->isCutOff(); }

QByteArray Recording::path() const { return d->file->path(); }

qint64 Recording::sizeOnDisk() const { return d->file->size(); }

} // namespace pipeglass::capture
