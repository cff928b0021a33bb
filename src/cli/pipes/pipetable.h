// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "cli/pipes/pipecolumns.h"

namespace pipeglass::cli {

/// The list for people: a header and a line for each pipe, columns aligned by characters, everything escaped. Without
/// `columns`, the usual ones; those of endpoints, namespaces and directories are there where they say something.
[[nodiscard]] QString
pipeTable(const std::vector<catalog::PipeEntryPtr> &pipes, const std::vector<PipeColumn> &columns = {});

/// Lines of equally many cells, columns aligned by characters and two blanks apart.
[[nodiscard]] QString alignedTable(const std::vector<std::vector<QString>> &rows);

/// One pipe on one line, for a list that grows: cells two blanks apart, with its directory.
[[nodiscard]] QString pipeLine(const catalog::PipeEntry &pipe);

} // namespace pipeglass::cli
