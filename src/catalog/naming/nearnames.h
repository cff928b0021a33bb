// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// Sentences on what somebody may have meant by a name that nothing has: listening sockets with the same file name in
/// other directories, else the one whose name is nearly so (whatever the case of its letters). Empty for neither. Names
/// are escaped.
[[nodiscard]] QString nearNames(const Snapshot &all, const QByteArray &name);

/// NoSuchPipe with what can be said of that name in `detail`; for anybody but root also that what he looks for may lie
/// in a /tmp that he cannot see. Costs a scan of all sockets that have a name. Any thread.
[[nodiscard]] Error withNearNames(Error notFound, const QByteArray &name);
/// The same out of a snapshot of all sockets.
[[nodiscard]] Error withNearNames(Error notFound, const QByteArray &name, const Snapshot &all);

} // namespace pipeglass::catalog
