// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/subjects/subject.h"
#include "access/verdicts/evaluate.h"

namespace pipeglass::access {

/// The verdict as a sentence with the deciding rule. Escaped.
[[nodiscard]] QString sentenceFor(const Verdict &verdict, const Subject &subject, const Target &target);
/// For a process whose path leads to another file.
[[nodiscard]] QString elsewhereSentence(const Subject &subject, const Target &target);

} // namespace pipeglass::access
