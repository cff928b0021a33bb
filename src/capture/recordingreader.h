// SPDX-License-Identifier: MIT
#pragma once

#include "capture/file/readahead.h"
#include "capture/messagereader.h"
#include "capture/segment.h"

namespace pipeglass::capture {

/// Reads messages of a recording ahead.
class RecordingReader final : public MessageReader {
public:
    /// The arguments must outlive this; null segments: nothing can be read.
    RecordingReader(const RecordIndex &index, const Segments *segments, QByteArray path);

    [[nodiscard]] Result<Record> read(quint64 number) override;
    [[nodiscard]] Result<Slice> payload(quint64 number) override;

private:
    [[nodiscard]] Status goTo(quint64 number);

    const RecordIndex &m_index;
    const Segments *m_segments;
    QByteArray m_path;
    IndexEntry m_entry; ///< of the message that is read
    qint64 m_base = -1; ///< of the file that was read last
    SegmentPtr m_segment; ///< likewise
    std::optional<ReadAhead> m_ahead; ///< of it
};

} // namespace pipeglass::capture
