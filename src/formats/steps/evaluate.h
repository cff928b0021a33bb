// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

#include <optional>

namespace pipeglass::formats {

/// nullopt: an overflow or a division by zero. The operations are valid; at most `deepestExpression` operands wait.
[[nodiscard]] std::optional<qint64>
evaluate(const Operation *first, qint32 count, const std::vector<qint64> &slotValues);

inline constexpr qint32 deepestExpression = 64;

} // namespace pipeglass::formats
