// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/directoryfile.h"
#include "catalog/livenesscheck.h"

namespace pipeglass::catalog {

/// A diagnostics socket carries its process's pid and start time in its name: where the kernel's sockets leave open
/// whether one is dead, that decides it. Only said in a machine's outermost pid namespace with every process in sight.
/// (A FIFO's state stays unknown.)
void judgeDiagnostics(const std::vector<DirectoryFile> &files, std::vector<Verdict> &verdicts, bool processesHidden);

} // namespace pipeglass::catalog
