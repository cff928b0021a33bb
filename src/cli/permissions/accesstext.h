// SPDX-License-Identifier: MIT
#pragma once

#include "cli/permissions/accessjson.h"
#include "cli/permissions/accesstarget.h"

namespace pipeglass::cli {

// Text output of `pipeglass access`: whole lines, safe for a terminal.

[[nodiscard]] QString answerText(const access::Answer &answer);
/// The table of --accessible-to with a header line.
[[nodiscard]] QString accessTable(const std::vector<PipeAnswer> &answers);
[[nodiscard]] QString changeText(const ShownChange &change);
[[nodiscard]] QString journalText(const access::ChangeEntry &entry);

} // namespace pipeglass::cli
