// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <vector>

namespace pipeglass::cli {

/// The directories given by --dir or --also as full paths without doubles, in the order given. Fails as the system does
/// (NoSuchFile, AccessDenied) where one is no directory that can be read: somebody asked for just that one.
[[nodiscard]] Result<std::vector<QByteArray>> givenDirectories(const std::vector<QByteArray> &given);

} // namespace pipeglass::cli
