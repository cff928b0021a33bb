// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recordingscanner.h"
#include "capture/segment.h"

namespace pipeglass::capture {

/// Scans a file, or the recordings in a directory one after the other, which may grow and be deleted meanwhile.
class RecordingScan {
public:
    RecordingScan(QByteArray path, Segments &segments, RecordIndex &index, RecordingScanner::Sink &sink);

    [[nodiscard]] Status begin(); ///< reads the first block
    /// Scans about `maxBytes`. True if there is more to scan.
    [[nodiscard]] Result<bool> scan(qint64 maxBytes);
    void finish(); ///< as RecordingScanner::finish()
    [[nodiscard]] bool isCutOff() const { return m_wasCutOff || m_scanner->isCutOff(); }
    [[nodiscard]] bool isForeign() const { return m_scanner->version() == foreignFile; }
    [[nodiscard]] qint64 position() const { return m_before + m_scanner->position(); } ///< over all files

private:
    [[nodiscard]] Status openFile(const QByteArray &path);
    [[nodiscard]] Result<bool> openNext();

    QByteArray m_path;
    bool m_isDirectory = false;
    Segments &m_segments;
    RecordIndex &m_index;
    RecordingScanner::Sink &m_sink;
    std::unique_ptr<RecordingScanner> m_scanner; ///< of the last file
    QByteArray m_lastPath;
    qint64 m_before = 0; ///< size of the files before the last one
    bool m_wasCutOff = false; ///< one of them
};

} // namespace pipeglass::capture
