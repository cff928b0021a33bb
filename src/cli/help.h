// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace pipeglass::cli {

[[nodiscard]] QString programHelp();
[[nodiscard]] QString verbHelp(const Verb &verb);
[[nodiscard]] QString versionText();

} // namespace pipeglass::cli
