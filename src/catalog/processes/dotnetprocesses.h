// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"
#include "catalog/processes/anonymouspipes.h"

namespace pipeglass::catalog {

/// What one .NET process has to do with pipes. A process is taken for one if the runtime is loaded in it, or it has a
/// diagnostics socket, or serves a CoreFxPipe_*.
struct DotNetProcess {
    struct ClientOf {
        PipeEntryPtr pipe;
        Connection connection;
    };
    ProcessInfo process;
    std::vector<PipeEntryPtr> serves;
    std::vector<ClientOf> clientOf;
    PipeEntryPtr diagnostics; ///< its diagnostics socket; null: none seen
    /// Where it makes its pipes: empty where it is not set (so /tmp), nothing where that may not be seen.
    std::optional<QByteArray> tmpdir;
    std::vector<AnonymousPipe> anonymousPipes;
};

struct DotNetProcesses {
    std::vector<DotNetProcess> processes; ///< by pid
    std::vector<Error> problems;
    int hidden = 0; ///< processes of other users that may not be looked into, .NET ones perhaps
    int elsewhere = 0; ///< of `processes`, how many see other files than we do, which were not looked at
};

/// All .NET processes and their pipes. One dump of sockets, two walks over /proc. Synchronous, any thread.
[[nodiscard]] DotNetProcesses dotNetProcesses(bool namespaces = false);

/// TMPDIR out of the text of /proc/PID/environ: pure, any bytes. Empty where it is not set.
[[nodiscard]] QByteArray temporaryDirectoryFrom(QByteArrayView environment);

} // namespace pipeglass::catalog
