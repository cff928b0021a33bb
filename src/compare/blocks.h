// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <atomic>
#include <vector>

namespace pipeglass::compare {

/// A part of two sequences: equal on both sides, or not. One that is not may be empty on one side.
struct Block {
    qsizetype left = 0; ///< position of the first element
    qsizetype leftSize = 0;
    qsizetype right = 0;
    qsizetype rightSize = 0;
    bool isSame = false;

    friend bool operator==(const Block &, const Block &) = default;
};

/// In order; together they are both sequences, and no two neighbours are both the same or both not.
using Blocks = std::vector<Block>;

/// What bounds the time and memory of a comparison. Beyond it what is left is one block that is not the same.
struct Limits {
    int edits = 1000; ///< elements removed or added; memory grows with the square
    qint64 steps = 50'000'000; ///< elements compared
    qsizetype shortestSame = 1; ///< shorter equal parts between differences count as different
    const std::atomic<bool> *isCancelled = nullptr; ///< ends it early when it becomes true
};

} // namespace pipeglass::compare
