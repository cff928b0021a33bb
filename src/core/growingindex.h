// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>
#include <atomic>

namespace pipeglass {

/// Entries that are only ever added. One thread appends; any thread reads what is below count(), at the same time and
/// without a lock: entries never move, and the count is published after the entry.
///
/// Entries lie in blocks of 1024, found through two levels of tables, so that nothing is ever copied to grow and the
/// tables of a million entries cost less than 50 KB. There is room for 2^30 of them.
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
    /// The entry of a number below count().
    [[nodiscard]] const Entry &at(quint64 number) const
    {
        Q_ASSERT(number < count());
        const Table &table = *m_tables[number >> (2 * bits)];
        const Block &block = *table[(number >> bits) & (fanOut - 1)];
        return block[number & (fanOut - 1)];
    }
    /// The appending thread; below maxCount entries.
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

    // Plain pointers: whoever reads one has seen a count (acquire) that was published (release) after it was set.
    std::array<Table *, fanOut> m_tables{};
    std::atomic<quint64> m_count{ 0 };
};

} // namespace pipeglass
