// SPDX-License-Identifier: MIT
#pragma once

#include "cli/command.h"

namespace pipeglass::cli {

/// What the last of `words` (those after "pipeglass", as typed so far) can become, for the scripts of the shells in
/// resources/completions: a line "WORD<TAB>DESCRIPTION" for each, or ":files" or ":directories", which the shell itself
/// completes. Lists the names of pipes, but only those that need no quoting.
[[nodiscard]] QByteArray completion(const std::vector<QByteArray> &words, const Streams &streams);

} // namespace pipeglass::cli
