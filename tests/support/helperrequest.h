// SPDX-License-Identifier: MIT
#pragma once

#include "helper/request.h"

namespace pipeglass::test {

/// A request that fits the open file as it is and sets `mode`.
[[nodiscard]] helper::Request fittingRequest(int fd, uint32_t mode);

} // namespace pipeglass::test
