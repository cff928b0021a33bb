// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <compare>

namespace pipeglass {

inline constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

/// A point in time as nanoseconds since 1970-01-01 UTC. Stamped where a thing happened (at the read), never later.
struct Timestamp {
    qint64 unixNanoseconds = 0;

    friend constexpr auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

/// Now, for messages and events. Follows the wall clock at program start and CLOCK_BOOTTIME from there: stamps never go
/// back when somebody sets the clock, and time in suspend counts. Any thread.
[[nodiscard]] Timestamp now();

/// Now by the wall clock as it is set (CLOCK_REALTIME), for what is compared with the times of files or written to disk
/// for later programs. Any thread.
[[nodiscard]] Timestamp wallTime();

/// Nanoseconds that a core has been busy with this thread: where the machine is busy, the time on the clock tells of
/// others too.
[[nodiscard]] qint64 threadBusyTime();

/// ISO 8601 in UTC with nanoseconds: `2026-11-24T08:15:00.123456789Z`.
[[nodiscard]] QString isoText(Timestamp stamp);

} // namespace pipeglass
