// SPDX-License-Identifier: MIT
#include "compare/rows.h"

#include <algorithm>

namespace pipeglass::compare {

Rows::Rows(Blocks blocks, qsizetype width)
    : m_blocks(std::move(blocks))
    , m_width(width)
{
    m_starts.reserve(m_blocks.size());
    qsizetype rows = 0;
    for (const Block &block : m_blocks) {
        rows += (qMax(block.leftSize, block.rightSize) + width - 1) / width;
        m_starts.push_back(rows);
    }
}

size_t Rows::blockOf(qsizetype row) const
{
    const auto after = std::upper_bound(m_starts.begin(), m_starts.end(), row);
    return static_cast<size_t>(after - m_starts.begin());
}

Block Rows::row(qsizetype number) const
{
    const size_t place = blockOf(number);
    const Block &block = m_blocks[place];
    const qsizetype offset = (number - firstRow(place)) * m_width;
    const auto part = [&](qsizetype size) { return qMax<qsizetype>(0, qMin(m_width, size - offset)); };
    return { block.left + qMin(offset, block.leftSize), part(block.leftSize),
             block.right + qMin(offset, block.rightSize), part(block.rightSize), block.isSame };
}

qsizetype Rows::nextDifference(qsizetype row) const
{
    for (size_t block = row < 0 ? 0 : blockOf(row) + 1; block < m_blocks.size(); ++block) {
        if (!m_blocks[block].isSame)
            return firstRow(block);
    }
    return -1;
}

qsizetype Rows::previousDifference(qsizetype row) const
{
    for (size_t block = row < 0 ? 0 : qMin(blockOf(row), m_blocks.size()); block > 0; --block) {
        if (!m_blocks[block - 1].isSame)
            return firstRow(block - 1);
    }
    return -1;
}

} // namespace pipeglass::compare
