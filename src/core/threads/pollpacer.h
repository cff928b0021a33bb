// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass {

/// The interval between two polls, so that polling takes a bounded share of a core however long a poll takes.
struct PollPacer {
    qint64 minMs = 0;
    qint64 maxMs = 0;
    qint64 factor = 0; ///< wait this many times as long as the last poll took; 99 gives 1 % of a core

    /// `cost` is the CPU time of the last poll in nanoseconds.
    [[nodiscard]] constexpr int restMs(qint64 cost) const
    {
        return static_cast<int>(qBound(minMs, cost * factor / 1'000'000, maxMs));
    }
};

} // namespace pipeglass
