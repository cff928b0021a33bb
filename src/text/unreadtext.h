// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::text {

// A connection to a pipe, on one line, names escaped. Any thread.

/// "waiting to be accepted", "all read", or how many bytes each side has not read yet.
[[nodiscard]] QString unreadText(const catalog::Connection &connection);
/// Client, server, and what is not read yet: "worker 991 (ada) -> echo 4242 (bob), all read".
[[nodiscard]] QString connectionSentence(const catalog::Connection &connection);

} // namespace pipeglass::text
