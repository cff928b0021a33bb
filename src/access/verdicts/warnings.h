// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/verdicts/evaluate.h"

namespace pipeglass::access {

/// What permissions cannot show, in sentences: CurrentUserOnly, another temporary directory, groups of the account that
/// a process was started without, a security module. Empty where there is nothing to say. Reads /proc.
[[nodiscard]] QString warningFor(const Verdict &verdict, const Subject &subject, const Target &target);

} // namespace pipeglass::access
