// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// Why clients of a pipe are refused or wait: NotListening, ListenerShutDown, BacklogFull, ServerElsewhere,
/// FileMountReplaced, NameLost (a listener without a file has that name) or NobodyListening; nullopt if no problem is
/// known. `all`: the rows of its directory; `deletedMountRoot`: see filemount.h. Pure.
[[nodiscard]] std::optional<Error>
connectProblem(const PipeEntry &pipe, const PipeEntries &all, const QByteArray &deletedMountRoot);

/// Replaces the error of a failed connect() by the reason that a scan finds, if any. `path` and `file` are what was
/// connected to. Scans one directory for NobodyListening and TimedOut; never connects. Any thread.
[[nodiscard]] Error explainedRefusal(const Error &error, const QByteArray &path, const FileIdentity &file);

} // namespace pipeglass::catalog
