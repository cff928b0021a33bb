// SPDX-License-Identifier: MIT
#pragma once

#include "filter/filter.h"
#include "filter/token.h"

namespace pipeglass::filter {

/// The comparison of a field with a value, or why there is none.
[[nodiscard]] tl::expected<Comparison, Problem> makeComparison(Field field, Operator op, const Token &value);

} // namespace pipeglass::filter
