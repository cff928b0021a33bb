// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/readahead.h"
#include "capture/file/recordingfile.h"
#include "capture/format/formatmark.h"
#include "capture/format/packettags.h"
#include "capture/messagelist.h"
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

    [[nodiscard]] static RecordSummary summary(const IndexEntry &entry);
    /// `ahead`, if not null, reads the same file.
    [[nodiscard]] Result<Record> record(const IndexEntry &entry, ReadAhead *ahead = nullptr) const;
    [[nodiscard]] Result<Slice> payload(const IndexEntry &entry, ReadAhead &ahead) const; ///< empty for an event
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
    [[nodiscard]] Result<Part> partAt(qint64 offset, qsizetype startSize, ReadAhead *ahead = nullptr) const;
    [[nodiscard]] Status readAt(qint64 offset, char *to, qsizetype size, ReadAhead *ahead) const;
    [[nodiscard]] tl::unexpected<Error> changed() const;

    const RecordingFile &m_file;
    int m_version = currentFormatVersion;
};

} // namespace pipeglass::capture
