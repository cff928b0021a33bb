// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::cli {

/// A row of the list and who is connected to it.
struct ConnectedRow {
    catalog::PipeEntryPtr pipe = {};
    std::vector<catalog::Connection> connections = {};
    QByteArray link = {}; ///< the symbolic link that was named
    std::optional<Error> problem = {}; ///< why clients are refused or have to wait
};

/// The row that a person named (catalog/resolve.h); where no file has that name, a row of another directory or mount
/// namespace, one without a file, or an abstract name ("@name"). What could not be looked at is appended to `problems`.
/// Fails as catalog::resolve() does.
[[nodiscard]] Result<ConnectedRow> findConnectedRow(const QByteArray &name, std::vector<Error> &problems);

} // namespace pipeglass::cli
