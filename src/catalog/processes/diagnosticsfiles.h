// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/directoryfile.h"
#include "catalog/scanning/livenesscheck.h"
#include "endpoints/diagnosticsowner.h"

namespace pipeglass::catalog {

/// A diagnostics socket or debugger FIFO carries its process's pid and start time in its name: where the kernel's
/// sockets leave open whether one is dead, that decides it. Gone, or stale, is only said in a machine's outermost
/// process and time namespaces with every process in sight.
void judgeDiagnostics(const std::vector<DirectoryFile> &files, std::vector<Liveness> &liveness, bool processesHidden);

/// The same for one name; Unknown for every other name. Any thread.
[[nodiscard]] endpoints::OwnerState diagnosticsOwnerState(QByteArrayView fileName);

} // namespace pipeglass::catalog
