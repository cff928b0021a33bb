// SPDX-License-Identifier: MIT
#pragma once

#include "cli/permissions/accessjson.h"
#include "cli/permissions/accesstarget.h"

namespace pipeglass::cli {

// The same for people: lines with their line feeds, safe for a terminal.

[[nodiscard]] QString answerText(const access::Answer &answer);
/// The answers of --accessible-to, a line a pipe under a line of titles.
[[nodiscard]] QString accessTable(const std::vector<PipeAnswer> &answers);
[[nodiscard]] QString changeText(const ShownChange &change);
[[nodiscard]] QString journalText(const access::ChangeEntry &entry);

} // namespace pipeglass::cli
