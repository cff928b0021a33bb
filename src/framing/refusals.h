// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

namespace pipeglass::framing {

/// The two ways in which encode() fails, with their details in words. The subject is left to the caller, who knows for
/// which pipe the message was meant.
[[nodiscard]] tl::unexpected<Error> notEncodable(const QString &why);
[[nodiscard]] tl::unexpected<Error> tooLarge(qsizetype size, qsizetype limit);

} // namespace pipeglass::framing
