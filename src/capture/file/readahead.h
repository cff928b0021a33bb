// SPDX-License-Identifier: MIT
#pragma once

#include "capture/file/recordingfile.h"
#include "core/slice.h"

namespace pipeglass::capture {

/// Reads a file through a buffer, which becomes larger as long as the reads are near each other, in either direction.
/// One thread; the file may grow meanwhile.
class ReadAhead {
public:
    explicit ReadAhead(const RecordingFile &file)
        : m_file(file)
    {
    }

    /// The bytes [offset, offset + size) of the file, which stay as they are. They share the buffer if they are few.
    [[nodiscard]] Result<Slice> bytes(qint64 offset, qsizetype size);
    [[nodiscard]] Status readAt(qint64 offset, char *to, qsizetype size);

private:
    [[nodiscard]] bool has(qint64 offset, qsizetype size) const
    {
        return offset >= m_start && offset + size <= m_start + m_size;
    }
    [[nodiscard]] Status load(qint64 offset, qsizetype size);

    static constexpr qsizetype smallest = 0x2000;
    static constexpr qsizetype largest = 0x40000;

    const RecordingFile &m_file;
    QByteArray m_buffer;
    qint64 m_start = 0; ///< of the buffered part in the file
    qsizetype m_size = 0;
    qsizetype m_ahead = smallest; ///< size of the next part
};

} // namespace pipeglass::capture
