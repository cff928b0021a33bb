// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/snapshot.h"

namespace pipeglass::cli {

/// The list for people: a header and a line for each pipe, columns aligned by characters, everything escaped. A column
/// of directories is there where more than one occurs.
[[nodiscard]] QString pipeTable(const std::vector<catalog::PipeEntryPtr> &pipes);

/// One pipe on one line, for a list that grows: cells two blanks apart, with its directory.
[[nodiscard]] QString pipeLine(const catalog::PipeEntry &pipe);

} // namespace pipeglass::cli
