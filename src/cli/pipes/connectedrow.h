// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::cli {

/// A row of the list with its connections.
struct ConnectedRow {
    catalog::PipeEntryPtr pipe = {};
    std::vector<catalog::Connection> connections = {};
    QByteArray link = {}; ///< the symbolic link that was named
    std::optional<Error> problem = {}; ///< why clients are refused or wait
};

/// The row for a name (catalog/resolve.h); if no file has it, a row of another directory or mount namespace, one
/// without a file, or an abstract name ("@name"). Appends what could not be examined to `problems`. Fails as
/// catalog::resolve() does.
[[nodiscard]] Result<ConnectedRow> findConnectedRow(const QByteArray &name, std::vector<Error> &problems);

} // namespace pipeglass::cli
