// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <vector>

namespace pipeglass::cli {

/// The directories of --dir or --also as absolute paths without duplicates, in the given order. Fails with a system
/// error (NoSuchFile, AccessDenied) if one is not a readable directory.
[[nodiscard]] Result<std::vector<QByteArray>> givenDirectories(const std::vector<QByteArray> &given);

} // namespace pipeglass::cli
