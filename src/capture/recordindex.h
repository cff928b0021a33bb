// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"

#include <array>
#include <atomic>

namespace pipeglass::capture {

/// What is kept in memory of one record.
struct IndexEntry {
    enum Flag : quint8 {
        FromServer = 1,
        Event = 4,
        Split = 8, ///< over several packets
        Incomplete = 16, ///< the packets at its end are missing: the file was cut off inside it
    };

    qint64 time = 0;
    qint64 offset = 0; ///< of its (first) block in the file
    quint32 payloadSize = 0;
    quint32 framingSize = 0; ///< head and tail together
    quint32 connection = 0;
    quint16 tagsSize = 0; ///< of its (first) packet: where the payload begins in it
    quint8 flags = 0;
    quint8 code = 0; ///< EventKind of an event, FrameProblem of a message

    [[nodiscard]] Side from() const { return (flags & FromServer) != 0 ? Side::Server : Side::Client; }
};
static_assert(sizeof(IndexEntry) == 32, "the promise of the design: at most 32 bytes a record");

/// Entries that are only ever added. One thread appends; any thread reads what is below count(), at the same time and
/// without a lock: entries never move, and the count is published after the entry.
///
/// Entries lie in blocks of 1024, found through two levels of tables, so that nothing is ever copied to grow and a
/// million records cost 32 MB and less than 50 KB. There is room for 2^30 of them.
class RecordIndex {
public:
    static constexpr quint64 maxCount = quint64{ 1 } << 30U;

    RecordIndex() = default;
    ~RecordIndex();
    RecordIndex(const RecordIndex &) = delete;
    RecordIndex &operator=(const RecordIndex &) = delete;

    [[nodiscard]] quint64 count() const { return m_count.load(std::memory_order_acquire); }
    /// The entry of a number below count().
    [[nodiscard]] const IndexEntry &at(quint64 number) const;
    /// The appending thread; below maxCount entries.
    void append(const IndexEntry &entry);

private:
    static constexpr unsigned bits = 10;
    static constexpr quint64 fanOut = quint64{ 1 } << bits;
    using Block = std::array<IndexEntry, fanOut>;
    using Table = std::array<Block *, fanOut>;

    // Plain pointers: whoever reads one has seen a count (acquire) that was published (release) after it was set.
    std::array<Table *, fanOut> m_tables{};
    std::atomic<quint64> m_count{ 0 };
};

} // namespace pipeglass::capture
