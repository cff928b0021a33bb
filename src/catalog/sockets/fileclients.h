// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/unixdiag.h"
#include "core/result.h"

#include <vector>

namespace pipeglass::catalog {

/// The file behind an O_PATH descriptor in the kernel's words. Reads the mount table.
[[nodiscard]] Result<BoundFile> boundFileOf(int file);

/// The inodes of the client sockets of all connections, accepted or waiting, to the socket that is bound to a file. One
/// dump of the kernel's sockets in this network namespace.
[[nodiscard]] Result<std::vector<quint32>> clientSocketsOf(const BoundFile &file);

} // namespace pipeglass::catalog
