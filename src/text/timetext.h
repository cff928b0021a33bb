// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

namespace pipeglass::text {

// Any thread.

/// A moment in local time, short: "11:02:15" for one of today, else with its date.
[[nodiscard]] QString clockText(Timestamp time);
/// Shorter still, for a narrow cell: "11:02", or the date alone.
[[nodiscard]] QString shortClockText(Timestamp time);
/// Local time of day with microseconds: "12:01:07.113204".
[[nodiscard]] QString timeOfDayText(Timestamp time);
/// A span in the unit that fits: "+0.2 ms", "+3.1 s".
[[nodiscard]] QString spanText(qint64 nanoseconds);

} // namespace pipeglass::text
