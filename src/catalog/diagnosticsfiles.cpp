// SPDX-License-Identifier: MIT
#include "catalog/diagnosticsfiles.h"

#include "catalog/procfs.h"
#include "endpoints/diagnosticsowner.h"

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// The pid namespace of the first process of a machine has this inode on every Linux (PROC_PID_INIT_INO).
constexpr ino_t outermostPidNamespace = 0xEFFFFFFC;

bool isOutermost()
{
    struct stat status { };
    return ::stat("/proc/self/ns/pid", &status) == 0 && status.st_ino == outermostPidNamespace;
}

std::vector<endpoints::RunningProcess> runningProcesses()
{
    std::vector<endpoints::RunningProcess> all;
    for (const pid_t pid : processIds()) {
        const QByteArray status =
            readProcFile(("/proc/" + QByteArray::number(pid) + "/status").constData()).value_or(QByteArray());
        const auto started = startTime(pid);
        if (started)
            all.push_back({ endpoints::namespacePids(status), *started });
    }
    return all;
}

} // namespace

void judgeDiagnostics(const std::vector<DirectoryFile> &files, std::vector<Verdict> &verdicts, bool processesHidden)
{
    std::optional<std::vector<endpoints::RunningProcess>> processes;
    const bool seesAll = !(processesHidden && ::geteuid() != 0);
    for (size_t i = 0; i < files.size(); ++i) {
        if (verdicts[i].state != PipeState::Unknown || files[i].info.kind() != FileKind::Socket)
            continue;
        const auto owner = endpoints::diagnosticsOwner(files[i].fileName);
        if (!owner || startTime(static_cast<pid_t>(owner->pid)) == owner->startTime)
            continue;
        if (!processes)
            processes = runningProcesses();
        const bool all = seesAll && isOutermost();
        if (endpoints::ownerState(*owner, *processes, all) == endpoints::OwnerState::Gone)
            verdicts[i] = { .state = PipeState::Stale };
    }
}

} // namespace pipeglass::catalog
