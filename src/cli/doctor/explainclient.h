// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace pipeglass::cli {

/// `explain --pid`. Fails with InvalidArgument.
[[nodiscard]] Result<CommandPtr> makeExplainClient(const Arguments &arguments, Streams streams);

} // namespace pipeglass::cli
