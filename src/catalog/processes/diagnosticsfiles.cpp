// SPDX-License-Identifier: MIT
#include "catalog/processes/diagnosticsfiles.h"

#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/procfs.h"

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// Inodes of the initial pid and time namespaces, the same on every Linux (PROC_PID_INIT_INO, PROC_TIME_INIT_INO).
constexpr ino_t outermostPidNamespace = 0xEFFFFFFC;
constexpr ino_t outermostTimeNamespace = 0xEFFFFFFA;

/// 0 if not visible, or not supported by the kernel.
ino_t namespaceInode(const QByteArray &process, const char *kind)
{
    struct stat status { };
    return ::stat((process + "/ns/" + kind).constData(), &status) == 0 ? status.st_ino : 0;
}

/// Whether pids and start times in file names refer to our namespaces.
bool isOutermost()
{
    if (namespaceInode("/proc/self", "pid") != outermostPidNamespace)
        return false;
    const ino_t time = namespaceInode("/proc/self", "time");
    return time == 0 || time == outermostTimeNamespace;
}

std::vector<endpoints::RunningProcess> runningProcesses()
{
    const ino_t ownTime = namespaceInode("/proc/self", "time");
    std::vector<endpoints::RunningProcess> all;
    for (const pid_t pid : processIds()) {
        const QByteArray process = "/proc/" + QByteArray::number(pid);
        const QByteArray status = readProcFile((process + "/status").constData()).value_or(QByteArray());
        const auto started = startTime(pid);
        if (!started)
            continue;
        const bool isSameTimeNamespace = ownTime == 0 || namespaceInode(process, "time") == ownTime;
        all.push_back({ endpoints::namespacePids(status), isSameTimeNamespace ? started : std::nullopt });
    }
    return all;
}

/// States of owner processes; lists all processes at most once.
class Owners {
public:
    explicit Owners(bool processesHidden)
        : m_seesAll(!(processesHidden && ::geteuid() != 0))
    {
    }

    endpoints::OwnerState stateOf(const endpoints::DiagnosticsOwner &owner)
    {
        if (startTime(static_cast<pid_t>(owner.pid)) == owner.startTime)
            return endpoints::OwnerState::Running;
        if (!m_processes) {
            m_processes = runningProcesses();
            m_seesAll = m_seesAll && isOutermost();
        }
        return endpoints::ownerState(owner, *m_processes, m_seesAll);
    }

private:
    bool m_seesAll;
    std::optional<std::vector<endpoints::RunningProcess>> m_processes;
};

} // namespace

void decideDiagnosticsLiveness(
    const std::vector<DirectoryFile> &files, std::vector<Liveness> &liveness, bool processesHidden)
{
    Owners owners(processesHidden);
    for (size_t i = 0; i < files.size(); ++i) {
        if (liveness[i].state != PipeState::Unknown || files[i].info.kind() == FileKind::Other)
            continue;
        const auto owner = endpoints::diagnosticsOwner(files[i].fileName);
        if (owner && owners.stateOf(*owner) == endpoints::OwnerState::Gone)
            liveness[i] = { .state = PipeState::Stale };
    }
}

endpoints::OwnerState diagnosticsOwnerState(QByteArrayView fileName)
{
    const auto owner = endpoints::diagnosticsOwner(fileName);
    return owner ? Owners(MountTable::read().processesAreHidden).stateOf(*owner) : endpoints::OwnerState::Unknown;
}

} // namespace pipeglass::catalog
