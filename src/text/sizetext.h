// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <optional>

namespace pipeglass::text {

// Any thread.

/// "0 B", "9 B", "1.5 KiB".
[[nodiscard]] QString sizeText(qsizetype bytes);
/// With the exact number: "9 bytes", "1.5 KiB (1,536 bytes)".
[[nodiscard]] QString wholeSizeText(qsizetype bytes);
/// Exact, in words: "1 byte", "1,536 bytes", "an unknown number of bytes".
[[nodiscard]] QString bytesText(std::optional<quint64> bytes);
/// Limits a count to int, for tr()'s plural forms.
[[nodiscard]] int plural(quint64 count);

} // namespace pipeglass::text
