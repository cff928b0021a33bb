// SPDX-License-Identifier: MIT
#include "engine/files/openedrecording.h"

#include <utility>

namespace pipeglass::engine {

namespace {

/// The first rows are shown after so many bytes.
constexpr qint64 firstPart = qint64{ 256 } << 10U;
constexpr qint64 part = qint64{ 16 } << 20U; ///< some milliseconds of work, if the file is in memory

struct Progress {
    Result<capture::RecordingPtr> recording;
    FileState state = {};
    Status status = {};
};

/// Reads about `bytes` more. May block.
void readPart(capture::Recording &recording, qint64 bytes, Progress &progress)
{
    const bool hasWriter = recording.hasWriter(); // first: what is written before it ends is read then
    const Result<bool> more = recording.readMore(bytes);
    FileState &state = progress.state;
    state.isRead = !more || !*more;
    state.hasWriter = hasWriter;
    if (state.isRead && !hasWriter) {
        recording.finishReading();
        state.isCutOff = recording.isCutOff();
    }
    state.bytesRead = recording.bytesRead();
    state.bytes = recording.sizeOnDisk();
    state.isForeign = recording.isForeign();
    if (!more)
        progress.status = failure(more.error());
}

Progress beginReading(const QByteArray &path)
{
    Progress progress{ capture::Recording::begin(path) };
    if (progress.recording)
        readPart(**progress.recording, firstPart, progress);
    return progress;
}

Progress continueReading(const capture::RecordingPtr &recording)
{
    Progress progress{ recording };
    readPart(*recording, part, progress);
    return progress;
}

} // namespace

OpenedRecording::OpenedRecording(QByteArray path, BackgroundThread &reader, QObject *parent)
    : QObject(parent)
    , m_path(std::move(path))
    , m_reader(reader)
{
}

OpenedRecording::~OpenedRecording() = default;

void OpenedRecording::open()
{
    m_reader.run(
        this, [path = m_path] { return beginReading(path); },
        [this](const Progress &progress) {
            if (!progress.recording) {
                Q_EMIT failed(progress.recording.error());
                return;
            }
            m_recording = *progress.recording;
            m_growth = std::make_unique<GrowthWatch>(m_path);
            connect(m_growth.get(), &GrowthWatch::changed, this, &OpenedRecording::readOn);
            m_state = progress.state;
            Q_EMIT opened();
            take(progress.status, progress.state);
        });
}

void OpenedRecording::readOn()
{
    m_reader.run(
        this, [recording = m_recording] { return continueReading(recording); },
        [this](const Progress &progress) { take(progress.status, progress.state); });
}

void OpenedRecording::take(const Status &status, const FileState &state)
{
    m_state = state;
    constexpr qint64 reportMs = 34;
    if (state.isRead || !m_sinceChange.isValid() || m_sinceChange.elapsed() >= reportMs) {
        m_sinceChange.start();
        Q_EMIT changed();
    }
    if (!status)
        Q_EMIT problem(status.error());
    else if (!state.isRead)
        readOn();
    else
        m_growth->start();
}

} // namespace pipeglass::engine
