// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/recordingfile.h"
#include "capture/format/formatmark.h"
#include "capture/format/packettags.h"
#include "capture/record.h"
#include "capture/recordindex.h"

namespace pipeglass::capture {

/// Reads the record of an index entry from the file. Any thread. Fails with NotARecording if the file has changed since
/// the entry was made.
class RecordReader {
public:
    explicit RecordReader(const RecordingFile &file)
        : m_file(file)
    {
    }

    void setVersion(int version) { m_version = version; } ///< of RecordingScanner; before reading the first item

    [[nodiscard]] Result<Record> record(const IndexEntry &entry) const;
    [[nodiscard]] Result<QByteArray> payloadStart(const IndexEntry &entry, qsizetype maxBytes) const;
    [[nodiscard]] Result<Event> event(const IndexEntry &entry) const;

private:
    struct Part {
        QByteArray start; ///< block header and tags
        DecodedTags decoded; ///< views into `start`
        qint64 payloadOffset = 0;
        qsizetype payloadSize = 0;
        qint64 next = 0; ///< offset of the next block
    };

    /// Reads the packet block at `offset`; `startSize` is the size of header and tags, 0: unknown.
    [[nodiscard]] Result<Part> partAt(qint64 offset, qsizetype startSize) const;
    [[nodiscard]] tl::unexpected<Error> changed() const;

    const RecordingFile &m_file;
    int m_version = currentFormatVersion;
};

} // namespace pipeglass::capture
