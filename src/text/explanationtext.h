// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/errors/explanation.h"

namespace pipeglass::text {

// Texts of an explanation, names escaped. Any thread.

/// What the exception means on Linux.
[[nodiscard]] QString meaningText(doctor::DotNetErrorId id);
/// What the pipe looks like now; that the text names none, or that it is not there.
[[nodiscard]] QString pipeNowText(const doctor::Explanation &explanation);
/// What to do.
[[nodiscard]] QString remedyText(const doctor::Explanation &explanation);
/// A command for sh that helps; empty if none does.
[[nodiscard]] QString commandText(const doctor::Explanation &explanation);

} // namespace pipeglass::text
