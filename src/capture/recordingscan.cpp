// SPDX-License-Identifier: MIT
#include "capture/recordingscan.h"

#include "capture/ring.h"

#include <QCoreApplication>

#include <limits>
#include <utility>

#include <sys/stat.h>

namespace pipeglass::capture {

RecordingScan::RecordingScan(QByteArray path, Segments &segments, RecordIndex &index, RecordingScanner::Sink &sink)
    : m_path(std::move(path))
    , m_segments(segments)
    , m_index(index)
    , m_sink(sink)
{
}

Status RecordingScan::openFile(const QByteArray &path)
{
    auto file = RecordingFile::openForReading(path);
    if (!file)
        return failure(file.error());
    auto segment = std::make_shared<Segment>(std::move(*file), m_index.count());
    const auto number = static_cast<quint32>(m_segments.count());
    auto scanner = std::make_unique<RecordingScanner>(*segment->file, m_index, m_sink, Segments::base(number));
    if (number > Segments::maxNumber)
        return failure(ErrorCode::Unsupported, path);
    if (const Status begun = scanner->begin(); !begun)
        return begun;
    segment->reader.setVersion(scanner->version());
    if (m_scanner != nullptr) {
        m_before += m_scanner->position();
        m_wasCutOff = m_wasCutOff || m_scanner->isCutOff();
    }
    m_segments.add(std::move(segment));
    m_scanner = std::move(scanner);
    m_lastPath = path;
    return {};
}

Status RecordingScan::begin()
{
    struct stat status { };
    m_isDirectory = ::stat(m_path.constData(), &status) == 0 && S_ISDIR(status.st_mode);
    if (!m_isDirectory)
        return openFile(m_path);
    const auto opened = openNext();
    if (!opened)
        return failure(opened.error());
    return *opened ? Status()
                   : failure(
                       ErrorCode::NotARecording, m_path,
                       QCoreApplication::translate("Recording", "it is a directory without recordings"));
}

/// Opens the file after the last one, without those that are no recordings or were deleted. False: there is none.
Result<bool> RecordingScan::openNext()
{
    for (const QByteArray &path : recordingsIn(m_path)) {
        if (path <= m_lastPath)
            continue;
        if (m_scanner != nullptr) {
            // What was written to the last file before this one began.
            m_segments.last()->file->refreshSize();
            if (const auto more = m_scanner->scan(std::numeric_limits<qint64>::max() / 2); !more)
                return more;
            m_scanner->finish();
        }
        if (openFile(path))
            return true;
    }
    return false;
}

Result<bool> RecordingScan::scan(qint64 maxBytes)
{
    m_segments.last()->file->refreshSize();
    const auto more = m_scanner->scan(maxBytes);
    if (!more || *more || !m_isDirectory)
        return more;
    return openNext();
}

void RecordingScan::finish() { m_scanner->finish(); }

} // namespace pipeglass::capture
