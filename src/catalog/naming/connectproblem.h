// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// Why clients of a pipe are refused, or have to wait: NotListening, ListenerShutDown, BacklogFull, ServerElsewhere,
/// FileMountReplaced, NameLost (somebody else listens under that name, without a file) or NobodyListening. Nothing
/// where nothing is known to be wrong. `all` has the rows of its directory; `deletedMountRoot` is that of its file.
/// Pure.
[[nodiscard]] std::optional<Error>
connectProblem(const PipeEntry &pipe, const PipeEntries &all, const QByteArray &deletedMountRoot);

/// A failed connect() with the reason that a look at the pipe finds, else as it was. `path` and `file` are what was
/// connected to. Costs a scan of one directory for NobodyListening and TimedOut; never connects. Any thread.
[[nodiscard]] Error explainedRefusal(const Error &error, const QByteArray &path, const FileIdentity &file);

} // namespace pipeglass::catalog
