// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/recordingfile.h"
#include "capture/format/formatmark.h"
#include "capture/format/packettags.h"
#include "capture/record.h"
#include "capture/recordindex.h"

namespace pipeglass::capture {

/// Fetches what an index entry stands for from the file. Any thread; holds nothing but the reference. Fails with
/// NotARecording where the file does not say any more what it said when the entry was made.
class RecordReader {
public:
    explicit RecordReader(const RecordingFile &file)
        : m_file(file)
    {
    }

    void setVersion(int version) { m_version = version; } ///< of the format; before the first item is read

    [[nodiscard]] Result<Record> record(const IndexEntry &entry) const;
    [[nodiscard]] Result<QByteArray> payloadStart(const IndexEntry &entry, qsizetype maxBytes) const;
    [[nodiscard]] Result<Event> event(const IndexEntry &entry) const;

private:
    struct Part {
        QByteArray start; ///< block header and tags
        DecodedTags decoded; ///< views into `start`
        qint64 payloadOffset = 0;
        qsizetype payloadSize = 0;
        qint64 next = 0; ///< where the next block begins
    };

    /// The packet block at `offset`, whose header and tags take `startSize` bytes; 0 where that is not known.
    [[nodiscard]] Result<Part> partAt(qint64 offset, qsizetype startSize) const;
    [[nodiscard]] tl::unexpected<Error> changed() const;

    const RecordingFile &m_file;
    int m_version = currentFormatVersion;
};

} // namespace pipeglass::capture
