// SPDX-License-Identifier: MIT
#pragma once

#include "core/process.h"

namespace pipeglass::engine {

/// Who is at the other end of a connected socket, as the kernel knows it (SO_PEERCRED): for a client the process that
/// connected, for a server the one that called listen(). A peer in another pid namespace has pid 0 and no program.
[[nodiscard]] ProcessInfo peerOf(int connectedSocket);

} // namespace pipeglass::engine
