// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/recordingfile.h"
#include "capture/format/packettags.h"
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

    [[nodiscard]] Status begin(); ///< writes the section header
    [[nodiscard]] Status connection(const ConnectionInfo &info);
    /// Returns the index entry. MessageTooLarge for a wire over 4 GiB.
    [[nodiscard]] Result<IndexEntry> record(const Record &record);
    /// `comment`: UTF-8 for other programs, cut at 65535 bytes. A loss or the end of a connection may use the reserved
    /// space.
    [[nodiscard]] Result<IndexEntry> event(const Event &event, const QByteArray &comment);

private:
    RecordingFile &m_file;
};

} // namespace pipeglass::capture
