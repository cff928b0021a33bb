// SPDX-License-Identifier: MIT
#include "catalog/processes/dotnetprocesses.h"

#include "catalog/entries/pipename.h"
#include "catalog/kernel/procfs.h"
#include "catalog/namespaces/mountnamespaces.h"
#include "core/system/procfile.h"
#include "endpoints/diagnosticsowner.h"

#include <algorithm>
#include <map>

#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// nullopt if not permitted to see.
std::optional<bool> runsDotNet(pid_t pid)
{
    const Result<QByteArray> maps = readProcFile(procPath(pid, "maps").constData());
    if (!maps)
        return maps.error().code == ErrorCode::AccessDenied ? std::nullopt : std::optional(false);
    return maps->contains("/libcoreclr.so\n") || maps->contains("/libcoreclr.so (deleted)\n");
}

/// The processes found so far.
class Found {
public:
    DotNetProcess &add(const ProcessInfo &process)
    {
        DotNetProcess &found = m_all[process.pid];
        found.process = process;
        return found;
    }
    DotNetProcess *find(pid_t pid)
    {
        const auto found = m_all.find(pid);
        return found == m_all.end() ? nullptr : &found->second;
    }
    void addRunning()
    {
        for (const pid_t pid : processIds()) {
            if (m_all.contains(pid))
                continue;
            const std::optional<bool> isOne = runsDotNet(pid);
            const qint64 uid = isOne.value_or(true) ? processUid(pid) : -1;
            if (isOne && uid >= 0)
                add(describeProcess(pid, static_cast<uid_t>(uid)));
            else if (uid >= 0 && uid != m_self) // our own can be unreadable too, such as a key agent
                ++m_hidden;
        }
    }
    [[nodiscard]] int hidden() const { return m_hidden; }
    std::vector<DotNetProcess> take()
    {
        std::vector<DotNetProcess> all;
        for (auto &[pid, process] : m_all)
            all.push_back(std::move(process));
        return all;
    }

private:
    std::map<pid_t, DotNetProcess> m_all;
    qint64 m_self = ::geteuid();
    int m_hidden = 0;
};

void takeServers(const Snapshot &snapshot, Found &found)
{
    for (const PipeEntryPtr &pipe : snapshot.entries) {
        if (!pipe->server)
            continue;
        const bool isDiagnostics = endpoints::diagnosticsOwner(pipe->fileName).has_value();
        const bool isPipe = pipe->fileName.startsWith(filePrefix);
        for (const ProcessInfo &process : *pipe->server) {
            if (isDiagnostics)
                found.add(process).diagnostics = pipe;
            else if (isPipe)
                found.add(process).serves.push_back(pipe);
        }
    }
    found.addRunning();
    // Other sockets count only for processes found above: programs other than .NET have such endpoints too.
    for (const PipeEntryPtr &pipe : snapshot.entries) {
        if (!pipe->server || pipe->fileName.startsWith(filePrefix) || endpoints::diagnosticsOwner(pipe->fileName))
            continue;
        for (const ProcessInfo &process : *pipe->server) {
            if (DotNetProcess *known = found.find(process.pid))
                known->serves.push_back(pipe);
        }
    }
}

void takeClients(const ConnectedSnapshot &all, Found &found)
{
    for (size_t i = 0; i < all.connections.size(); ++i) {
        for (const Connection &connection : all.connections[i]) {
            DotNetProcess *known = connection.client ? found.find(connection.client->pid) : nullptr;
            if (known != nullptr)
                known->clientOf.push_back({ all.snapshot->entries[i], connection });
        }
    }
}

void takeRest(std::vector<DotNetProcess> &processes)
{
    std::vector<pid_t> pids;
    for (DotNetProcess &process : processes) {
        const pid_t pid = process.process.pid;
        pids.push_back(pid);
        const auto environment = readProcFile(procPath(pid, "environ").constData());
        if (environment)
            process.tmpdir = temporaryDirectoryFrom(*environment);
    }
    auto pipes = anonymousPipesOf(pids);
    for (size_t i = 0; i < processes.size(); ++i)
        processes[i].anonymousPipes = std::move(pipes[i]);
}

int countElsewhere(const std::vector<DotNetProcess> &processes)
{
    MountNamespaces views;
    return static_cast<int>(std::count_if(processes.begin(), processes.end(), [&views](const DotNetProcess &one) {
        return views.of(one.process.pid) != nullptr;
    }));
}

} // namespace

DotNetProcesses dotNetProcesses(bool namespaces)
{
    ScanOptions options;
    options.scope = Scope::DotNet;
    options.namespaces = namespaces;
    const ConnectedSnapshot scanned = scanWithConnections(std::move(options));
    DotNetProcesses all;
    all.problems = scanned.snapshot->problems;
    Found found;
    takeServers(*scanned.snapshot, found);
    takeClients(scanned, found);
    all.hidden = found.hidden();
    all.processes = found.take();
    takeRest(all.processes);
    if (!namespaces)
        all.elsewhere = countElsewhere(all.processes);
    return all;
}

QByteArray temporaryDirectoryFrom(QByteArrayView environment)
{
    constexpr QByteArrayView variable("TMPDIR=");
    while (!environment.isEmpty()) {
        const qsizetype end = environment.indexOf('\0');
        const QByteArrayView setting = end < 0 ? environment : environment.first(end);
        if (setting.startsWith(variable))
            return setting.sliced(variable.size()).toByteArray();
        environment = end < 0 ? QByteArrayView() : environment.sliced(end + 1);
    }
    return {};
}

} // namespace pipeglass::catalog
