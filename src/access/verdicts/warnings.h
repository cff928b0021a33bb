// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/verdicts/evaluate.h"

namespace pipeglass::access {

/// Obstacles that permissions do not show, as sentences: CurrentUserOnly, another temporary directory, groups added
/// after the process was started, a security module. Empty if there are none. Reads /proc.
[[nodiscard]] QString warningFor(const Verdict &verdict, const Subject &subject, const Target &target);

} // namespace pipeglass::access
