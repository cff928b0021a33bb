// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/filewindow.h"
#include "capture/format/packettags.h"
#include "capture/format/pcapng.h"
#include "capture/record.h"
#include "capture/recordindex.h"

#include <optional>
#include <vector>

namespace pipeglass::capture {

/// Walks over the blocks of a recording, step by step, and makes its index. It trusts nothing: sizes are checked
/// against the file before they are used, and memory stays in proportion to the file. Where the blocks stop making
/// sense (the file was cut off, is damaged, or still grows) it stops; what comes before is good.
class RecordingScanner {
public:
    /// Where what is found goes. Called in the scanning thread.
    class Sink {
    public:
        virtual ~Sink() = default;
        virtual void addConnection(ConnectionInfo info) = 0;
        virtual void identify(const Event &event) = 0;
    };

    RecordingScanner(const RecordingFile &file, RecordIndex &index, Sink &sink);

    /// The first block. Fails with NotARecording, or the disk's own error.
    [[nodiscard]] Status begin();
    [[nodiscard]] int version() const { return m_version; }
    /// About `maxBytes` more of the blocks. False: none follows that is whole.
    [[nodiscard]] Result<bool> scan(qint64 maxBytes);
    /// Nothing follows any more: a record whose end is missing is added.
    void finish();
    [[nodiscard]] qint64 position() const { return m_at; }
    [[nodiscard]] bool isCutOff() const { return m_cutOff; }

private:
    /// False where the block makes no sense. `m_at` and `m_blockSize` say which.
    using Step = Result<bool>;

    [[nodiscard]] Step nextBlock();
    [[nodiscard]] Step sizesAgree();
    [[nodiscard]] Step interfaceBlock();
    [[nodiscard]] Step packetBlock();
    [[nodiscard]] Side sideOf(const PacketTags &tags, quint32 interface) const;
    [[nodiscard]] bool beginRecord(const IndexEntry &entry, bool moreFollows);
    [[nodiscard]] bool continueRecord(const IndexEntry &part, bool moreFollows);
    [[nodiscard]] tl::unexpected<Error> refuse(const char *why) const;

    const RecordingFile &m_file;
    RecordIndex &m_index;
    Sink &m_sink;
    FileWindow m_window;
    int m_version = 0;
    std::vector<bool> m_isHosted; ///< for each connection, whether the recording program was the server
    qint64 m_at = 0;
    qint64 m_blockSize = 0;
    std::optional<IndexEntry> m_open; ///< a record of which more packets must follow
    bool m_cutOff = false;
};

} // namespace pipeglass::capture
