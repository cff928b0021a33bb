// SPDX-License-Identifier: MIT
#pragma once

#include "core/growingindex.h"
#include "core/side.h"

#include <array>
#include <atomic>
#include <memory>
#include <mutex>
#include <vector>

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

/// The entries of all records, in about 5 bytes each: blocks of 64, in which an entry says what differs from what
/// follows from the one before it. A message after one of the same connection and framing takes its sender, the time
/// since then and its size. One thread appends; any thread reads entries below count() concurrently, fastest in order.
class RecordIndex {
public:
    static constexpr quint64 maxCount = quint64{ 1 } << 30U;

    RecordIndex();

    [[nodiscard]] quint64 count() const { return m_count.load(std::memory_order_acquire); }
    [[nodiscard]] IndexEntry at(quint64 number) const;
    /// Number of events before an entry, which may be the next one to be appended.
    [[nodiscard]] quint64 eventsBefore(quint64 number) const;
    void append(const IndexEntry &entry);

private:
    static constexpr quint64 blockSize = 64;
    using Entries = std::array<IndexEntry, blockSize>;

    struct Block {
        const uchar *bytes = nullptr; ///< in m_chunks; see recordindex.cpp
        quint64 events = 0; ///< before it
    };

    void packLast();
    [[nodiscard]] uchar *space(size_t size);
    [[nodiscard]] const Entries &unpacked(quint64 block) const;

    quint64 m_id; ///< unlike that of every other index
    GrowingIndex<Block> m_blocks; ///< all before the last one
    std::vector<std::unique_ptr<uchar[]>> m_chunks; ///< of the appending thread, as the next ones
    size_t m_used = 0; ///< of the last chunk
    std::atomic<quint64> m_count{ 0 };
    mutable std::mutex m_mutex; ///< guards m_last and m_lastEvents while they become those of the next block
    Entries m_last; ///< the last block
    quint64 m_lastEvents = 0; ///< before it
};

} // namespace pipeglass::capture
