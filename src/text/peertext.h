// SPDX-License-Identifier: MIT
#pragma once

#include "core/process.h"
#include "core/strongid.h"

namespace pipeglass::text {

// Who is at the other end, with the names of strangers escaped: show it as plain text. Any thread.

/// "echo 4242"; the number alone where the program could not be read.
[[nodiscard]] QString processText(const ProcessInfo &process);
/// One of several peers: "#2 worker 991".
[[nodiscard]] QString peerText(ConnectionId connection, const ProcessInfo &peer);

} // namespace pipeglass::text
