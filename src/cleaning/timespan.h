// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <limits>
#include <optional>

namespace pipeglass::cleaning {

/// Longer than the age of any file.
inline constexpr qint64 infiniteTime = std::numeric_limits<qint64>::max();

/// Parses systemd's time spans into nanoseconds: "10d", "1w 2days", "1.5h", "90" (seconds), "infinity". nullopt for any
/// other text and for what systemd refuses as too long; infiniteTime for more than 146 years.
[[nodiscard]] std::optional<qint64> parseTimespan(QByteArrayView text);

} // namespace pipeglass::cleaning
