// SPDX-License-Identifier: MIT
#include "capture/recordindex.h"

namespace pipeglass::capture {

RecordIndex::~RecordIndex()
{
    for (const Table *table : m_tables) {
        if (table == nullptr)
            break;
        for (const Block *block : *table)
            delete block;
        delete table;
    }
}

const IndexEntry &RecordIndex::at(quint64 number) const
{
    Q_ASSERT(number < count());
    const Table &table = *m_tables[number >> (2 * bits)];
    const Block &block = *table[(number >> bits) & (fanOut - 1)];
    return block[number & (fanOut - 1)];
}

void RecordIndex::append(const IndexEntry &entry)
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

} // namespace pipeglass::capture
