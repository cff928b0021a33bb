// SPDX-License-Identifier: MIT
#include "capture/recording.h"

#include "capture/recordindex.h"
#include "capture/recordingfile.h"
#include "capture/recordingscanner.h"
#include "capture/recordreader.h"
#include "capture/recordwriter.h"

#include <mutex>

namespace pipeglass::capture {

class Recording::Private {
public:
    explicit Private(std::unique_ptr<RecordingFile> recordingFile)
        : file(std::move(recordingFile))
    {
    }

    [[nodiscard]] bool knows(ConnectionId id) const
    {
        const std::lock_guard lock(connectionsMutex);
        return id.isValid() && id.value <= connections.size();
    }

    /// Gives the new entry its number, or hands its error on.
    [[nodiscard]] Result<quint64> added(const Result<IndexEntry> &entry)
    {
        if (!entry)
            return failure(entry.error());
        const quint64 number = index.count();
        index.append(*entry);
        return number;
    }

    /// What every append needs: a file of our own, a known connection, room in the index.
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

    std::unique_ptr<RecordingFile> file;
    RecordIndex index;
    RecordReader reader{ *file };
    RecordWriter writer{ *file };
    bool cutOff = false;
    mutable std::mutex connectionsMutex; // connections come seldom; records never take it for reading
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

Result<std::shared_ptr<Recording>> Recording::open(const QByteArray &path)
{
    auto file = RecordingFile::openForReading(path);
    if (!file)
        return failure(file.error());
    std::shared_ptr<Recording> recording(new Recording);
    recording->d = std::make_unique<Private>(std::move(*file));
    Private &d = *recording->d;
    RecordingScanner scanner(*d.file, d.index, d.connections);
    if (const Status scanned = scanner.scan(); !scanned)
        return failure(scanned.error());
    d.cutOff = scanner.isCutOff();
    return recording;
}

Result<ConnectionId> Recording::addConnection(ConnectionInfo info)
{
    if (!d->file->isWritable())
        return failure(ErrorCode::Unsupported, d->file->path());
    info.id.value = static_cast<quint32>(connections().size() + 1);
    if (const Status written = d->writer.connection(info); !written)
        return failure(written.error());
    const ConnectionId id = info.id;
    const std::lock_guard lock(d->connectionsMutex);
    d->connections.push_back(std::move(info));
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

Result<quint64> Recording::appendEvent(ConnectionId connection, Timestamp time, EventKind kind, const QString &text)
{
    if (const Status may = d->mayAppend(connection); !may)
        return failure(may.error());
    return d->added(d->writer.event(connection, time, kind, text));
}

Status Recording::flush()
{
    // Each append has gone to the kernel already; see recordingfile.h for why.
    return {};
}

quint64 Recording::count() const { return d->index.count(); }

RecordSummary Recording::summary(quint64 number) const
{
    const IndexEntry &entry = d->index.at(number);
    RecordSummary summary;
    summary.time.unixNanoseconds = entry.time;
    summary.connection.value = entry.connection;
    summary.direction = (entry.flags & IndexEntry::Outgoing) != 0 ? Direction::Out : Direction::In;
    summary.malformed = (entry.flags & IndexEntry::Malformed) != 0;
    summary.isEvent = (entry.flags & IndexEntry::Event) != 0;
    summary.payloadSize = entry.payloadSize;
    summary.wireSize = qsizetype{ entry.payloadSize } + entry.framingSize;
    summary.eventKind = static_cast<EventKind>(entry.eventKind);
    return summary;
}

Result<Record> Recording::read(quint64 number) const { return d->reader.record(d->index.at(number)); }

Result<QByteArray> Recording::readPayloadStart(quint64 number, qsizetype maxBytes) const
{
    return d->reader.payloadStart(d->index.at(number), maxBytes);
}

Result<QString> Recording::eventText(quint64 number) const { return d->reader.eventText(d->index.at(number)); }

std::vector<ConnectionInfo> Recording::connections() const
{
    const std::lock_guard lock(d->connectionsMutex);
    return d->connections;
}

std::optional<ConnectionInfo> Recording::connection(ConnectionId id) const
{
    const std::lock_guard lock(d->connectionsMutex);
    if (!id.isValid() || id.value > d->connections.size())
        return std::nullopt;
    return d->connections[id.value - 1];
}

bool Recording::isCutOff() const { return d->cutOff; }

QByteArray Recording::path() const { return d->file->path(); }

qint64 Recording::sizeOnDisk() const { return d->file->size(); }

} // namespace pipeglass::capture
