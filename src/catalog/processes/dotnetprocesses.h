// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/processes/anonymouspipes.h"

namespace pipeglass::catalog {

/// One .NET process and its pipes. A process counts as .NET if it has loaded the runtime, has a diagnostics socket, or
/// serves a CoreFxPipe_*.
struct DotNetProcess {
    struct ClientOf {
        PipeEntryPtr pipe;
        Connection connection;
    };
    ProcessInfo process;
    std::vector<PipeEntryPtr> serves;
    std::vector<ClientOf> clientOf;
    PipeEntryPtr diagnostics; ///< null: not found
    /// The process's TMPDIR; empty: not set (so /tmp); nullopt: not permitted to see.
    std::optional<QByteArray> tmpdir;
    std::vector<AnonymousPipe> anonymousPipes;
};

struct DotNetProcesses {
    std::vector<DotNetProcess> processes; ///< by pid
    std::vector<Error> problems;
    int hidden = 0; ///< other users' processes that may not be inspected and could be .NET ones
    int elsewhere = 0; ///< how many of `processes` are in another mount namespace that was not scanned
};

/// All .NET processes and their pipes. One socket dump, two walks over /proc. Synchronous, any thread.
[[nodiscard]] DotNetProcesses dotNetProcesses(bool namespaces = false);

/// TMPDIR in the text of /proc/PID/environ; empty if not set. Pure, any bytes.
[[nodiscard]] QByteArray temporaryDirectoryFrom(QByteArrayView environment);

} // namespace pipeglass::catalog
