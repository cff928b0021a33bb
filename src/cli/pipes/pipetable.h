// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "cli/pipes/pipecolumns.h"

namespace pipeglass::cli {

/// The list as a table: a header and one line per pipe, aligned, escaped. Without `columns` the default ones;
/// endpoints, namespaces and directories are included if a row has one.
[[nodiscard]] QString
pipeTable(const std::vector<catalog::PipeEntryPtr> &pipes, const std::vector<PipeColumn> &columns = {});

/// Aligns the columns of rows with equally many cells, separated by two spaces.
[[nodiscard]] QString alignedTable(const std::vector<std::vector<QString>> &rows);

/// One pipe on one line, with its directory, for --watch.
[[nodiscard]] QString pipeLine(const catalog::PipeEntry &pipe);

} // namespace pipeglass::cli
