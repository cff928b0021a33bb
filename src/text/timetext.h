// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

namespace pipeglass::text {

// Any thread.

/// Local time, short: "11:02:15" for today, else with the date.
[[nodiscard]] QString clockText(Timestamp time);
/// For a narrow cell: "11:02", or the date only.
[[nodiscard]] QString shortClockText(Timestamp time);
/// Local time of day with microseconds: "12:01:07.113204".
[[nodiscard]] QString timeOfDayText(Timestamp time);
/// A duration in a suitable unit: "+0.2 ms", "+3.1 s".
[[nodiscard]] QString spanText(qint64 nanoseconds);

} // namespace pipeglass::text
