// SPDX-License-Identifier: MIT
#pragma once

#include "capture/file/recordingfile.h"

namespace pipeglass::capture {

/// Reads a file mostly sequentially through a buffer of fixed size, to walk over its blocks.
class FileWindow {
public:
    /// Maximum size of one request.
    static constexpr qsizetype capacity = 0x40000;

    explicit FileWindow(const RecordingFile &file);

    /// The bytes [offset, offset + size) of the file, valid until the next call; within the file's size and the
    /// capacity.
    [[nodiscard]] Result<QByteArrayView> bytes(qint64 offset, qsizetype size);
    /// What is buffered from an offset on, valid until the next call of bytes(); may be empty.
    [[nodiscard]] QByteArrayView buffered(qint64 offset) const;
    void forget() { m_size = 0; } ///< the buffered part may have changed

private:
    const RecordingFile &m_file;
    QByteArray m_buffer;
    qint64 m_start = 0;
    qsizetype m_size = 0;
};

} // namespace pipeglass::capture
