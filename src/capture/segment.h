// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recordreader.h"
#include "capture/recordwriter.h"

#include <atomic>
#include <deque>
#include <map>
#include <memory>
#include <mutex>

namespace pipeglass::capture {

/// One file of a recording.
struct Segment {
    Segment(std::unique_ptr<RecordingFile> recordingFile, quint64 first)
        : file(std::move(recordingFile))
        , firstItem(first)
    {
    }

    std::unique_ptr<RecordingFile> file;
    quint64 firstItem; ///< number in the recording
    RecordReader reader{ *file };
    RecordWriter writer{ *file };
    std::map<quint32, quint32> interfaces; ///< number of the interface by that of the connection, both from 1
    bool hasItems = false;
};

using SegmentPtr = std::shared_ptr<Segment>;

/// The files of a recording, in order; most have one. An index entry has the number of its file in the upper bits of
/// its offset. Any thread.
class Segments {
public:
    static constexpr unsigned offsetBits = 47;
    static constexpr quint32 maxNumber = 0xFFFF;
    static constexpr qint64 base(quint32 number) { return qint64{ number } << offsetBits; }
    static IndexEntry local(IndexEntry entry)
    {
        entry.offset &= base(1) - 1;
        return entry;
    }

    quint32 add(SegmentPtr segment); ///< returns its number
    void dropFirst();
    void releaseLocks(); ///< see RecordingFile
    [[nodiscard]] SegmentPtr last() const;
    [[nodiscard]] SegmentPtr of(const IndexEntry &entry) const; ///< null: dropped
    [[nodiscard]] size_t count() const;
    [[nodiscard]] qint64 size() const; ///< of all files

private:
    mutable std::mutex m_mutex;
    std::deque<SegmentPtr> m_segments;
    quint32 m_first = 0; ///< number of the first one
};

} // namespace pipeglass::capture
