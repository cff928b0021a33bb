// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/finding.h"

namespace pipeglass::text {

// Texts of a finding, names escaped. Any thread.

/// A few words: "left behind by its server".
[[nodiscard]] QString findingTitle(doctor::FindingId id);
/// What is wrong with the pipe and why, without its name.
[[nodiscard]] QString findingSentence(const doctor::Finding &finding);
/// What to do.
[[nodiscard]] QString findingRemedy(const doctor::Finding &finding);
/// A command for sh that helps; empty if none does.
[[nodiscard]] QString findingCommand(const doctor::Finding &finding);

} // namespace pipeglass::text
