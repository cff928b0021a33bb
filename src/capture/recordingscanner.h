// SPDX-License-Identifier: MIT
#pragma once

#include "capture/filewindow.h"
#include "capture/pcapng.h"
#include "capture/record.h"
#include "capture/recordindex.h"

#include <optional>
#include <vector>

namespace pipeglass::capture {

/// Walks over the blocks of a recording once and makes its index. It trusts nothing: sizes are checked against the file
/// before they are used, and memory stays in proportion to the file. Where the blocks stop making sense (the file was
/// cut off, or is damaged) it stops; what comes before is good.
class RecordingScanner {
public:
    RecordingScanner(const RecordingFile &file, RecordIndex &index, std::vector<ConnectionInfo> &connections);

    /// Fails only where nothing can be read at all (NotARecording, or the disk's own error).
    [[nodiscard]] Status scan();
    [[nodiscard]] bool isCutOff() const { return m_cutOff; }

private:
    /// False where the block makes no sense. `m_at` and `m_blockSize` say which.
    using Step = Result<bool>;

    [[nodiscard]] Step sectionHeader();
    [[nodiscard]] Step nextBlock();
    [[nodiscard]] Step sizesAgree();
    [[nodiscard]] Step interfaceBlock();
    [[nodiscard]] Step packetBlock();
    [[nodiscard]] bool beginRecord(const IndexEntry &entry, bool moreFollows);
    [[nodiscard]] bool continueRecord(const IndexEntry &part, bool moreFollows);
    void keepIncomplete();
    [[nodiscard]] tl::unexpected<Error> refuse(const char *why) const;

    const RecordingFile &m_file;
    RecordIndex &m_index;
    std::vector<ConnectionInfo> &m_connections;
    FileWindow m_window;
    qint64 m_at = 0;
    qint64 m_blockSize = 0;
    std::optional<IndexEntry> m_open; ///< a record of which more packets must follow
    bool m_cutOff = false;
};

} // namespace pipeglass::capture
