// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"
#include "capture/file/filewindow.h"
#include "capture/format/formatmark.h"
#include "capture/format/packettags.h"
#include "capture/format/pcapng.h"
#include "capture/mark.h"
#include "capture/record.h"
#include "capture/recordindex.h"

#include <optional>
#include <vector>

namespace pipeglass::capture {

/// Scans the blocks of a recording step by step and builds its index. Checks sizes against the file before use; memory
/// stays proportional to the file. Stops at the first invalid block (cut off, damaged, or still being written); what
/// comes before is valid. In files of other programs only packets of exported PDUs (link type 252) are used.
class RecordingScanner {
public:
    /// Receives connections. Called in the scanning thread.
    class Sink {
    public:
        virtual ~Sink() = default;
        /// Returns its number. `info.id` is that in a ring, or invalid.
        virtual quint32 addConnection(ConnectionInfo info) = 0;
        /// Identified or FramingGuessed, which change what addConnection() told.
        virtual void describe(const Event &event) = 0;
        /// Of an item of the index.
        virtual void setMark(quint64 item, const Mark &mark) = 0;
    };

    /// `base` is added to the offsets of entries.
    RecordingScanner(const RecordingFile &file, RecordIndex &index, Sink &sink, qint64 base = 0);

    /// Reads the first block. Fails with NotARecording or a system error.
    [[nodiscard]] Status begin();
    [[nodiscard]] int version() const { return m_version; } ///< of the format, or foreignFile
    /// Scans about `maxBytes`. False if no complete block follows.
    [[nodiscard]] Result<bool> scan(qint64 maxBytes);
    /// The file is complete: adds an incomplete last record.
    void finish();
    [[nodiscard]] qint64 position() const { return m_at; }
    [[nodiscard]] bool isCutOff() const { return m_cutOff; }

private:
    struct Interface {
        quint32 connection = 0; ///< number; 0: another link type, whose packets are skipped
        bool isHosted = false; ///< the recording program was the server
        quint8 timeResolution = pcapng::nanoseconds;
    };

    /// False for an invalid block. `m_at` and `m_blockSize` locate it.
    using Step = Result<bool>;

    void usualPackets(qint64 until);
    [[nodiscard]] Step nextBlock();
    [[nodiscard]] Step sizesAgree();
    [[nodiscard]] Step interfaceBlock();
    [[nodiscard]] Step foreignInterface(QByteArrayView block);
    [[nodiscard]] Result<bool> hasForeignInterface();
    void addConnection(ConnectionInfo info, quint8 timeResolution);
    [[nodiscard]] Step packetBlock();
    [[nodiscard]] Result<Side> foreignSide(const pcapng::PacketHeader &header);
    [[nodiscard]] Side sideOf(const PacketTags &tags, const Interface &interface) const;
    [[nodiscard]] bool isForeign() const { return m_version == foreignFile; }
    [[nodiscard]] bool beginRecord(const IndexEntry &entry, bool moreFollows);
    [[nodiscard]] bool continueRecord(const IndexEntry &part, bool moreFollows);
    [[nodiscard]] tl::unexpected<Error> refuse(const char *why) const;

    const RecordingFile &m_file;
    RecordIndex &m_index;
    Sink &m_sink;
    FileWindow m_window;
    int m_version = 0;
    std::vector<Interface> m_interfaces;
    qint64 m_base;
    quint64 m_firstItem; ///< of this file
    qint64 m_at = 0;
    qint64 m_blockSize = 0;
    std::optional<IndexEntry> m_open; ///< a record that needs more packets
    bool m_cutOff = false;
};

} // namespace pipeglass::capture
