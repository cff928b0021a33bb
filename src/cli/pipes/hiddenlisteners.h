// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/scanner.h"

namespace pipeglass::cli {

/// Number of listeners of .NET pipes in other visible mount namespaces. `scanner` has made `shown` with Scope::Pipes in
/// our own. Scans again only if the socket table has such a listener that no row shows.
[[nodiscard]] size_t listenersElsewhere(catalog::Scanner &scanner, const catalog::Snapshot &shown);

/// "1 more listens in another mount namespace; --namespaces shows it."
[[nodiscard]] QString elsewhereSentence(size_t count);

} // namespace pipeglass::cli
