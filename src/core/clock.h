// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <compare>

namespace pipeglass {

/// A point in time as nanoseconds since 1970-01-01 UTC. Stamped where a thing happened (at the read), never later.
struct Timestamp {
    qint64 unixNanoseconds = 0;

    friend constexpr auto operator<=>(const Timestamp &, const Timestamp &) = default;
};

/// Now. Follows the wall clock at program start and the monotonic clock from there, so that the differences between
/// two stamps of one program are true even when somebody sets the clock. Any thread.
[[nodiscard]] Timestamp now();

/// Nanoseconds that a core has been busy with this thread: where the machine is busy, the time on the clock tells of
/// others too.
[[nodiscard]] qint64 threadBusyTime();

/// ISO 8601 in UTC with nanoseconds: `2026-11-24T08:15:00.123456789Z`.
[[nodiscard]] QString isoText(Timestamp stamp);

} // namespace pipeglass
