// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <compare>

namespace pipeglass {

inline constexpr qint64 nanosecondsPerSecond = 1'000'000'000;

/// A point in time as nanoseconds since 1970-01-01 UTC.
struct Timestamp {
    qint64 unixNanoseconds = 0;

    friend constexpr auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

/// The current time for messages and events: the wall clock at program start plus CLOCK_BOOTTIME since then, so it
/// never goes back when the clock is set, and it includes suspend. Any thread.
[[nodiscard]] Timestamp now();

/// The current wall clock (CLOCK_REALTIME), to compare with file times or to save for later runs. Any thread.
[[nodiscard]] Timestamp wallTime();

/// CPU time of this thread in nanoseconds (CLOCK_THREAD_CPUTIME_ID); does not depend on the load of the machine.
[[nodiscard]] qint64 threadCpuTime();

/// ISO 8601 in UTC with nanoseconds: `2026-11-24T08:15:00.123456789Z`.
[[nodiscard]] QString isoText(Timestamp stamp);

} // namespace pipeglass
