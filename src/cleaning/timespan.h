// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <limits>
#include <optional>

namespace pipeglass::cleaning {

/// Longer than any file is old.
inline constexpr qint64 infiniteTime = std::numeric_limits<qint64>::max();

/// systemd's time spans in nanoseconds: "10d", "1w 2days", "1.5h", "90" (seconds), "infinity". Nothing for any other
/// text, nor for what systemd refuses as too long; what is longer than 146 years is infiniteTime.
[[nodiscard]] std::optional<qint64> parseTimespan(QByteArrayView text);

} // namespace pipeglass::cleaning
