// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/scanning/directoryfile.h"
#include "catalog/scanning/livenesscheck.h"
#include "endpoints/diagnosticsowner.h"

namespace pipeglass::catalog {

/// The name of a diagnostics socket or debugger FIFO contains the pid and start time of its process, which decides
/// where the socket table does not. A process counts as ended only in the initial process and time namespaces, and if
/// no process is hidden.
void decideDiagnosticsLiveness(
    const std::vector<DirectoryFile> &files, std::vector<Liveness> &liveness, bool processesHidden);

/// The state of the process named in a file name; Unknown for other names. Any thread.
[[nodiscard]] endpoints::OwnerState diagnosticsOwnerState(QByteArrayView fileName);

} // namespace pipeglass::catalog
