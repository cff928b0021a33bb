// SPDX-License-Identifier: MIT
#pragma once

#include "cli/verb.h"

namespace pipeglass::cli {

/// What the words behind `pipeglass` ask for; never null. Help, the version and a usage error are commands too, that
/// print their text and end.
[[nodiscard]] CommandPtr commandFor(const std::vector<QByteArray> &words, Streams streams);

} // namespace pipeglass::cli
