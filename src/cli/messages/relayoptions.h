// SPDX-License-Identifier: MIT
#pragma once

#include "cli/arguments/arguments.h"
#include "core/result.h"
#include "engine/shaping/relayrules.h"

namespace pipeglass::cli {

/// How connections are slowed down and cut: --rate, --delay, --jitter, --cut-after. Fails with InvalidArgument.
[[nodiscard]] Result<engine::RelayRules> relayRules(const Arguments &arguments);
[[nodiscard]] std::vector<Flag> relayFlags();

} // namespace pipeglass::cli
