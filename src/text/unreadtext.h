// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::text {

// A connection to a pipe, on one line, names escaped. Any thread.

/// "waiting to be accepted", "all read", or the unread bytes of each side.
[[nodiscard]] QString unreadText(const catalog::Connection &connection);
/// Client, server and unread bytes: "worker 991 (ada) -> echo 4242 (bob), all read".
[[nodiscard]] QString connectionSentence(const catalog::Connection &connection);

} // namespace pipeglass::text
