// SPDX-License-Identifier: MIT
#include "compare/bytes.h"

#include "compare/sequences.h"

#include <algorithm>

namespace pipeglass::compare {

Blocks compareBytes(QByteArrayView left, QByteArrayView right, const std::atomic<bool> *isCancelled)
{
    Limits limits;
    limits.shortestSame = 3;
    limits.isCancelled = isCancelled;
    const auto equal = [left, right](qsizetype i, qsizetype j) { return left[i] == right[j]; };
    return compareSequences(left.size(), right.size(), equal, limits);
}

qsizetype firstDifference(QByteArrayView left, QByteArrayView right)
{
    const auto [inLeft, inRight] = std::mismatch(left.begin(), left.end(), right.begin(), right.end());
    return inLeft == left.end() && inRight == right.end() ? -1 : inLeft - left.begin();
}

} // namespace pipeglass::compare
