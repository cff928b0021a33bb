// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/recordingfile.h"
#include "capture/format/packettags.h"
#include "capture/mark.h"
#include "capture/record.h"
#include "capture/recordindex.h"

#include <vector>

namespace pipeglass::capture {

/// Writes blocks to the file, each call in one append. Appending thread only. Checks only sizes; the recording checks
/// the rest.
class RecordWriter {
public:
    explicit RecordWriter(RecordingFile &file)
        : m_file(file)
    {
    }

    /// At least what a message of `bytes` takes, with the tags and headers of its packets.
    [[nodiscard]] static qint64 sizeInFile(qint64 bytes);
    [[nodiscard]] Status begin(); ///< writes the section header
    [[nodiscard]] Status connection(const ConnectionInfo &info);
    /// `interface`: number of the connection in the file, from 1. Returns the index entry. MessageTooLarge for a wire
    /// over 4 GiB.
    [[nodiscard]] Result<IndexEntry> record(const Record &record, quint32 interface);
    /// `comment`: UTF-8 for other programs, cut at 65535 bytes. A loss or the end of a connection may use the reserved
    /// space.
    [[nodiscard]] Result<IndexEntry> event(const Event &event, const QByteArray &comment, quint32 interface);
    /// `item`: its number in this file, from 0.
    [[nodiscard]] Status mark(quint64 item, const Mark &mark, quint32 interface, Timestamp time);

private:
    RecordingFile &m_file;
};

} // namespace pipeglass::capture
