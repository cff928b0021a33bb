// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

namespace pipeglass::cli {

/// How many listeners of .NET pipes are in other mount namespaces, as far as they may be seen. `scanner` has made
/// `shown` with Scope::Pipes in our own. Costs a second scan, but only where the list of sockets has a listener of such
/// a name that no row shows.
[[nodiscard]] size_t listenersElsewhere(catalog::Scanner &scanner, const catalog::Snapshot &shown);

/// "1 more listens in another mount namespace; --namespaces shows it."
[[nodiscard]] QString elsewhereSentence(size_t count);

} // namespace pipeglass::cli
