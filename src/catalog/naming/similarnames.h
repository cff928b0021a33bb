// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// Suggestions for a name that was not found: listening sockets with the same file name in other directories, else the
/// one with the most similar name (case-insensitive). Empty if there are none. Names are escaped.
[[nodiscard]] QString similarNames(const Snapshot &all, const QByteArray &name);

/// NoSuchPipe with suggestions in `detail`; except for root also that it may be in a /tmp that is not visible. Scans
/// all sockets with a name. Any thread.
[[nodiscard]] Error withSuggestions(Error notFound, const QByteArray &name);
/// As above, from a snapshot of all sockets.
[[nodiscard]] Error withSuggestions(Error notFound, const QByteArray &name, const Snapshot &all);

} // namespace pipeglass::catalog
