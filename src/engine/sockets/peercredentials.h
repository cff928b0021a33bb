// SPDX-License-Identifier: MIT
#pragma once

#include "core/system/process.h"

namespace pipeglass::engine {

/// Who is at the other end of a connected socket, as the kernel knows it (SO_PEERCRED), by pid and uid alone: for a
/// client the process that connected, for a server the one that called listen(). A peer in another pid namespace has
/// pid 0. Asks the kernel once and reads no file.
[[nodiscard]] ProcessInfo peerNumbersOf(int connectedSocket);

/// The same process with its names, where it has a pid; else with that of its account alone. Reads /proc and the
/// account database: never in the engine's thread.
[[nodiscard]] ProcessInfo withNames(const ProcessInfo &numbers);

} // namespace pipeglass::engine
