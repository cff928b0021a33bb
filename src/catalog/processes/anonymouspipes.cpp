// SPDX-License-Identifier: MIT
#include "catalog/processes/anonymouspipes.h"

#include "catalog/kernel/holdersearch.h"
#include "catalog/kernel/procfs.h"
#include "core/sortunique.h"
#include "core/system/procfile.h"

#include <algorithm>
#include <map>
#include <thread>

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

pid_t parentOf(pid_t pid) { return parentFrom(readProcFile(procPath(pid, "stat").constData()).value_or(QByteArray())); }

class Ends {
public:
    explicit Ends(std::vector<quint32> inodes)
    {
        sortUnique(inodes);
        const auto cores = static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U));
        m_found = findPipeHolders(inodes, cores);
    }

    /// nullopt if no parent or child of `pid` has an end.
    std::optional<AnonymousPipe> of(quint32 inode, pid_t pid)
    {
        AnonymousPipe pipe{ inode, {}, {}, false };
        bool isShared = false;
        const auto &all = m_found.holders;
        for (auto end = std::lower_bound(all.begin(), all.end(), Holder{ inode, 0, -1 });
             end != all.end() && end->socketInode == inode; ++end) {
            isShared = isShared || (end->pid != pid && (parent(end->pid) == pid || parent(pid) == end->pid));
            pipe.isStandardStream = pipe.isStandardStream || end->descriptor <= STDERR_FILENO;
            take(*end, pipe);
        }
        return isShared ? std::optional(std::move(pipe)) : std::nullopt;
    }

private:
    /// The permission bits of the link tell the open mode of the descriptor.
    void take(const Holder &end, AnonymousPipe &pipe)
    {
        struct stat link { };
        const QByteArray path = "/proc/" + QByteArray::number(end.pid) + "/fd/" + QByteArray::number(end.descriptor);
        if (::lstat(path.constData(), &link) != 0)
            return;
        const auto add = [this, &end](QList<ProcessInfo> &processes) {
            if (processes.empty() || processes.back().pid != end.pid)
                processes.push_back(describe(end.pid));
        };
        if ((link.st_mode & S_IWUSR) != 0)
            add(pipe.writers);
        if ((link.st_mode & S_IRUSR) != 0)
            add(pipe.readers);
    }

    const ProcessInfo &describe(pid_t pid)
    {
        const auto [info, isNew] = m_described.try_emplace(pid);
        if (isNew)
            info->second = describeProcess(pid);
        return info->second;
    }

    pid_t parent(pid_t pid)
    {
        const auto [known, isNew] = m_parents.try_emplace(pid);
        if (isNew)
            known->second = parentOf(pid);
        return known->second;
    }

    HolderSearch m_found;
    std::map<pid_t, ProcessInfo> m_described;
    std::map<pid_t, pid_t> m_parents;
};

} // namespace

std::vector<std::vector<AnonymousPipe>> anonymousPipesOf(const std::vector<pid_t> &pids)
{
    std::vector<std::vector<quint32>> inodes;
    std::vector<quint32> together;
    for (const pid_t pid : pids) {
        inodes.push_back(pipesOf(pid));
        together.insert(together.end(), inodes.back().begin(), inodes.back().end());
    }
    Ends ends(std::move(together));
    std::vector<std::vector<AnonymousPipe>> all(pids.size());
    for (size_t i = 0; i < pids.size(); ++i) {
        for (const quint32 inode : inodes[i]) {
            if (auto pipe = ends.of(inode, pids[i]))
                all[i].push_back(std::move(*pipe));
        }
    }
    return all;
}

} // namespace pipeglass::catalog
