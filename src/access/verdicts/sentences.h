// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/subjects/subject.h"
#include "access/verdicts/evaluate.h"

namespace pipeglass::access {

/// The verdict as a sentence: who, may they, which rule says so. Safe to show (escaped).
[[nodiscard]] QString sentenceFor(const Verdict &verdict, const Subject &subject, const Target &target);
/// The same for a process that the path leads elsewhere.
[[nodiscard]] QString elsewhereSentence(const Subject &subject, const Target &target);

} // namespace pipeglass::access
