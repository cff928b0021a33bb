// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/effect.h"

namespace pipeglass::text {

// Escaped, one line. Any thread.

/// "ci, the group dev", "nobody".
[[nodiscard]] QString peopleText(const std::vector<access::Principal> &people);

} // namespace pipeglass::text
