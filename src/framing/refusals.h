// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

namespace pipeglass::framing {

/// The errors of encode(), with details. The caller, who knows the pipe, sets the subject.
[[nodiscard]] tl::unexpected<Error> notEncodable(const QString &why);
[[nodiscard]] tl::unexpected<Error> tooLarge(qsizetype size, qsizetype limit);

} // namespace pipeglass::framing
