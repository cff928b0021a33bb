// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

namespace pipeglass {

/// An append-only array. One thread appends; any thread reads entries below count() concurrently without a lock:
/// entries never move, and the count is published after the entry.
///
/// Entries lie in blocks of 1024 behind two levels of tables, so nothing is copied to grow, and the tables of a million
/// entries take less than 50 KB. Holds at most 2^30 entries.
template <typename Entry>
class GrowingIndex {
public:
    static constexpr quint64 maxCount = quint64{ 1 } << 30U;

    GrowingIndex() = default;
    ~GrowingIndex()
    {
        for (const Table *table : m_tables) {
            if (table == nullptr)
                break;
            for (const Block *block : *table)
                delete block;
            delete table;
        }
    }
    GrowingIndex(const GrowingIndex &) = delete;
    GrowingIndex &operator=(const GrowingIndex &) = delete;

    [[nodiscard]] quint64 count() const { return m_count.load(std::memory_order_acquire); }
    /// `number` must be below count(). Any thread.
    [[nodiscard]] const Entry &at(quint64 number) const
    {
        Q_ASSERT(number < count());
        const Table &table = *m_tables[number >> (2 * bits)];
        const Block &block = *table[(number >> bits) & (fanOut - 1)];
        return block[number & (fanOut - 1)];
    }
    /// Only from the appending thread, and only below maxCount entries.
    void append(const Entry &entry)
    {
        const quint64 number = m_count.load(std::memory_order_relaxed);
        Q_ASSERT(number < maxCount);
        Table *&table = m_tables[number >> (2 * bits)];
        if (table == nullptr)
            table = new Table{};
        Block *&block = (*table)[(number >> bits) & (fanOut - 1)];
        if (block == nullptr)
            block = new Block;
        (*block)[number & (fanOut - 1)] = entry;
        m_count.store(number + 1, std::memory_order_release);
    }

private:
    static constexpr unsigned bits = 10;
    static constexpr quint64 fanOut = quint64{ 1 } << bits;
    using Block = std::array<Entry, fanOut>;
    using Table = std::array<Block *, fanOut>;

    // Plain pointers suffice: a reader has loaded a count (acquire) that was stored (release) after the pointer.
    std::array<Table *, fanOut> m_tables{};
    std::atomic<quint64> m_count{ 0 };
};

} // namespace pipeglass
