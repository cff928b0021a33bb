// SPDX-License-Identifier: MIT
#pragma once

#include "helper/request.h"

namespace pipeglass::helper {

/// Checks the request against the open file and carries it out on the descriptor, never on a name; looks afterwards
/// whether it came out as wanted, and puts everything back if not. The one place that changes permissions: the window
/// and the command call it with their own rights, the helper with root's. At no moment in between may anybody connect
/// who could not before and shall not afterwards. `fd` stays open. Any thread.
[[nodiscard]] Answer perform(int fd, const Request &request);

} // namespace pipeglass::helper
