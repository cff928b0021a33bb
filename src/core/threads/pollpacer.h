// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

namespace pipeglass {

/// How long to rest between two polls, so that polling takes a bounded share of a core however much there is to look
/// at.
struct PollPacer {
    qint64 shortestMs = 0;
    qint64 longestMs = 0;
    qint64 factor = 0; ///< rest this many times as long as the last poll took; 99 makes it a hundredth of a core

    /// `cost` is what the last poll took of a core, in nanoseconds.
    [[nodiscard]] constexpr int restMs(qint64 cost) const
    {
        return static_cast<int>(qBound(shortestMs, cost * factor / 1'000'000, longestMs));
    }
};

} // namespace pipeglass
