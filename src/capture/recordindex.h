// SPDX-License-Identifier: MIT
#pragma once

#include "core/growingindex.h"
#include "core/side.h"

#include <optional>

namespace pipeglass::capture {

/// The data of a record that is kept in memory.
struct IndexEntry {
    enum Flag : quint8 {
        FromServer = 1,
        Event = 4,
        Split = 8, ///< in several packets
        Incomplete = 16, ///< the last packets are missing: the file was cut off
    };

    qint64 time = 0;
    qint64 offset = 0; ///< of its first block in the file
    quint32 payloadSize = 0;
    quint32 framingSize = 0; ///< head and tail together
    quint32 connection = 0;
    quint16 tagsSize = 0; ///< of its first packet: offset of the payload
    quint8 flags = 0;
    quint8 code = 0; ///< EventKind of an event, FrameProblem of a message

    [[nodiscard]] Side from() const { return (flags & FromServer) != 0 ? Side::Server : Side::Client; }

    friend bool operator==(const IndexEntry &, const IndexEntry &) = default;
};

/// The entries of all records, in 16 bytes each: times and offsets are stored as differences to those of the first
/// entry of a block. An entry whose values do not fit (a message of 4 MiB, one half an hour later, the 65,536th
/// connection) takes 48 bytes. One thread appends; any thread reads entries below count() concurrently.
class RecordIndex {
public:
    static constexpr quint64 maxCount = quint64{ 1 } << 30U;

    [[nodiscard]] quint64 count() const { return m_entries.count(); }
    [[nodiscard]] IndexEntry at(quint64 number) const;
    /// Number of events before an entry, which may be the next one to be appended.
    [[nodiscard]] quint64 eventsBefore(quint64 number) const;
    void append(const IndexEntry &entry);

private:
    static constexpr quint64 blockSize = 512;

    /// See recordindex.cpp.
    struct Packed {
        quint64 place = 0;
        quint64 rest = 0;
    };

    /// Of 512 entries.
    struct Block {
        qint64 time = 0;
        qint64 offset = 0;
        quint64 events = 0; ///< before it
    };

    [[nodiscard]] static std::optional<Packed> packed(const IndexEntry &entry, const Block &block);

    GrowingIndex<Packed> m_entries;
    GrowingIndex<Block> m_blocks;
    GrowingIndex<IndexEntry> m_wide;
    quint64 m_events = 0; ///< of the appending thread
};

} // namespace pipeglass::capture
