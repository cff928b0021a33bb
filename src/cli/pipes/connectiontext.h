// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

#include <QList>

namespace pipeglass::cli {

// For people, on one line, safe for a terminal.

/// "echo 4242 (ada)", or that it may not be seen.
[[nodiscard]] QString processWords(const std::optional<ProcessInfo> &process);
[[nodiscard]] QString processesWords(const QList<ProcessInfo> &processes);
/// Client, server, and what is not read yet.
[[nodiscard]] QString connectionWords(const catalog::Connection &connection);

} // namespace pipeglass::cli
