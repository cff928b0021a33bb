// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"

namespace pipeglass::text {

// Any thread.

// Dates and decimal points are those of the default locale; in the C locale dates are as in ISO 8601.

/// Date and local time: "2026-11-24 11:02:15".
[[nodiscard]] QString momentText(Timestamp time);
/// Local time, short: "11:02:15" for today, else with the date.
[[nodiscard]] QString clockText(Timestamp time);
/// For a narrow cell: "11:02", or the date only.
[[nodiscard]] QString shortClockText(Timestamp time);
enum class TimeZone { Local, Utc };
/// Time of day with microseconds: "12:01:07.113204".
[[nodiscard]] QString timeOfDayText(Timestamp time, TimeZone zone = TimeZone::Local);
/// The same with the date and the offset from UTC: "2026-11-24 12:01:07.113204 +01:00".
[[nodiscard]] QString dateAndTimeText(Timestamp time, TimeZone zone = TimeZone::Local);
/// Seconds with microseconds, to be compared in a column: "12.000350".
[[nodiscard]] QString secondsText(qint64 nanoseconds);
/// A duration in a suitable unit: "204 µs", "3.1 s".
[[nodiscard]] QString durationText(qint64 nanoseconds);
/// A difference of two times, which has a sign always: "+204 µs", "+3.1 s".
[[nodiscard]] QString spanText(qint64 nanoseconds);

} // namespace pipeglass::text
