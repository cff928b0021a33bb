// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace pipeglass::cli {

/// Creates the command for the arguments of `pipeglass`; never null. Help, version and usage errors are commands too.
[[nodiscard]] CommandPtr commandFor(const std::vector<QByteArray> &words, Streams streams);

} // namespace pipeglass::cli
