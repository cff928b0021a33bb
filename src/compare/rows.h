// SPDX-License-Identifier: MIT
#pragma once

#include "compare/blocks.h"

namespace pipeglass::compare {

/// Two sequences side by side: each row has at most `width` elements of both, and belongs to one block. Rows are
/// computed when they are asked for, so large payloads cost nothing.
class Rows {
public:
    Rows() = default;
    explicit Rows(Blocks blocks, qsizetype width = 1);

    [[nodiscard]] qsizetype count() const { return m_starts.empty() ? 0 : m_starts.back(); }
    /// The elements of a row, as a block.
    [[nodiscard]] Block row(qsizetype number) const;
    [[nodiscard]] const Blocks &blocks() const { return m_blocks; }
    /// The first row of the next block that is not the same, after or before the block of that row; -1: none.
    [[nodiscard]] qsizetype nextDifference(qsizetype row) const;
    [[nodiscard]] qsizetype previousDifference(qsizetype row) const;

private:
    [[nodiscard]] size_t blockOf(qsizetype row) const;
    [[nodiscard]] qsizetype firstRow(size_t block) const { return block == 0 ? 0 : m_starts[block - 1]; }

    Blocks m_blocks;
    std::vector<qsizetype> m_starts; ///< the row after each block
    qsizetype m_width = 1;
};

} // namespace pipeglass::compare
