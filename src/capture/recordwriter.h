// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/recordingfile.h"
#include "capture/format/packettags.h"
#include "capture/record.h"
#include "capture/recordindex.h"

#include <vector>

namespace pipeglass::capture {

/// Turns what is recorded into blocks and appends them: each call all or nothing, in one append to the file. The
/// appending thread. Checks nothing but sizes; who may be recorded is the recording's business.
class RecordWriter {
public:
    explicit RecordWriter(RecordingFile &file)
        : m_file(file)
    {
    }

    [[nodiscard]] Status begin(); ///< the section header
    [[nodiscard]] Status connection(const ConnectionInfo &info);
    /// The entry for the index. MessageTooLarge for a wire over 4 GiB.
    [[nodiscard]] Result<IndexEntry> record(const Record &record);
    /// `comment` is UTF-8 for other programs, cut where it would not fit into a comment (65535 bytes). What tells of a
    /// loss or of the end may use the space that is kept free.
    [[nodiscard]] Result<IndexEntry> event(const Event &event, const QByteArray &comment);

private:
    RecordingFile &m_file;
};

} // namespace pipeglass::capture
