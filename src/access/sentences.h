// SPDX-License-Identifier: MIT
#pragma once

#include "access/effect.h"
#include "access/processview.h"

namespace pipeglass::access {

/// The verdict as a sentence: who, may they, which rule says so. Safe to show (escaped).
[[nodiscard]] QString sentenceFor(const Verdict &verdict, const Subject &subject, const Target &target);
/// The same for a process that the path leads elsewhere.
[[nodiscard]] QString elsewhereSentence(const Subject &subject, const Target &target);
/// What modes cannot show: CurrentUserOnly, another temporary directory, groups that a process lacks
/// (`accountCould`: with them it could connect), a security module. Empty where there is nothing to say.
[[nodiscard]] QString warningFor(
    const Verdict &verdict, const Subject &subject, const Target &target, const ProcessView &view, bool accountCould);

} // namespace pipeglass::access
