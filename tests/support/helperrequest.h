// SPDX-License-Identifier: MIT
#pragma once

#include "helper/request.h"

namespace pipeglass::test {

/// A request that matches the open file and sets `mode`.
[[nodiscard]] helper::Request fittingRequest(int fd, uint32_t mode);

} // namespace pipeglass::test
