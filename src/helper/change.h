// SPDX-License-Identifier: MIT
#pragma once

#include "helper/request.h"

namespace pipeglass::helper {

/// Checks the request against the open file, applies it to the descriptor, verifies the result, and restores everything
/// on failure. The only code that changes permissions: the window and the command call it with their own rights, the
/// helper with root's. No intermediate state admits anybody who is admitted neither before nor after. `fd` stays open.
/// Any thread.
[[nodiscard]] Answer perform(int fd, const Request &request);

} // namespace pipeglass::helper
