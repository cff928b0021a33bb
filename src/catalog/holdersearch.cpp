// SPDX-License-Identifier: MIT
#include "catalog/holdersearch.h"

#include "catalog/procfs.h"
#include "core/uniquefd.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <limits>
#include <optional>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// A stretch of one process's descriptors: so that one process with very many does not occupy one thread alone.
struct Task {
    pid_t pid = 0;
    int from = 0;
    int to = std::numeric_limits<int>::max();
};

constexpr int stretch = 1024;

QByteArray descriptorsPath(pid_t pid) { return "/proc/" + QByteArray::number(pid) + "/fd"; }

std::vector<Task> planTasks(const std::vector<pid_t> &pids)
{
    std::vector<Task> tasks;
    for (const pid_t pid : pids) {
        // Since Linux 6.2 the size of this directory is the number of descriptors; before, it is 0.
        struct stat status { };
        const bool known = ::stat(descriptorsPath(pid).constData(), &status) == 0 && status.st_size > stretch;
        Task task{ pid };
        for (; known && task.from + stretch < status.st_size; task.from += stretch)
            tasks.push_back({ pid, task.from, task.from + stretch });
        tasks.push_back(task);
    }
    return tasks;
}

constexpr QByteArrayView socketLink("socket:[");
constexpr QByteArrayView pipeLink("pipe:[");

std::optional<quint32> linkedInode(int directory, const char *descriptor, QByteArrayView before)
{
    std::array<char, 64> target{};
    const ssize_t size = ::readlinkat(directory, descriptor, target.data(), target.size());
    const QByteArrayView text(target.data(), qMax<ssize_t>(0, size));
    if (!text.startsWith(before) || !text.endsWith(']'))
        return {};
    const auto number = numberFrom(text.sliced(before.size()).chopped(1));
    return number ? std::optional(static_cast<quint32>(*number)) : std::nullopt;
}

class Walk {
public:
    Walk(const std::vector<quint32> &inodes, const std::vector<pid_t> &pids, QByteArrayView link)
        : m_inodes(inodes)
        , m_link(link)
        , m_tasks(planTasks(pids))
    {
    }

    HolderSearch run(int threads)
    {
        threads = m_tasks.size() > 1 ? threads : 1;
        std::vector<HolderSearch> results(static_cast<size_t>(threads));
        std::vector<std::thread> others;
        for (size_t i = 1; i < results.size(); ++i)
            others.emplace_back([this, &result = results[i]] { work(result); });
        work(results.front());
        for (std::thread &other : others)
            other.join();
        HolderSearch &all = results.front();
        for (size_t i = 1; i < results.size(); ++i) {
            all.holders.insert(all.holders.end(), results[i].holders.begin(), results[i].holders.end());
            all.everythingSeen = all.everythingSeen && results[i].everythingSeen;
        }
        std::sort(all.holders.begin(), all.holders.end());
        return std::move(all);
    }

private:
    void work(HolderSearch &result)
    {
        for (size_t i = m_next++; i < m_tasks.size(); i = m_next++)
            look(m_tasks[i], result);
    }

    void look(const Task &task, HolderSearch &result) const
    {
        const UniqueFd directory(::open(descriptorsPath(task.pid).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!directory.isValid()) {
            if (errno != ENOENT && errno != ESRCH)
                result.everythingSeen = false;
            return;
        }
        // The kernel's positions in this directory are the descriptors themselves, after "." and "..".
        if (task.from > 0 && ::lseek(directory.get(), task.from + 2, SEEK_SET) < 0)
            return;
        const auto visit = [&](QByteArrayView name) {
            const auto descriptor = numberFrom(name);
            if (descriptor && *descriptor >= static_cast<quint64>(task.to))
                return false;
            const auto inode = linkedInode(directory.get(), name.data(), m_link);
            if (inode && descriptor && std::binary_search(m_inodes.begin(), m_inodes.end(), *inode))
                result.holders.push_back({ *inode, task.pid, static_cast<int>(*descriptor) });
            return true;
        };
        if (!readDirectory(directory.get(), visit) && errno != ENOENT && errno != ESRCH)
            result.everythingSeen = false;
    }

    const std::vector<quint32> &m_inodes;
    QByteArrayView m_link;
    std::vector<Task> m_tasks;
    std::atomic<size_t> m_next{ 0 };
};

} // namespace

HolderSearch findHolders(const std::vector<quint32> &inodes, int threads)
{
    return inodes.empty() ? HolderSearch{} : Walk(inodes, processIds(), socketLink).run(qMax(1, threads));
}

HolderSearch findHoldersAmong(const std::vector<pid_t> &pids, const std::vector<quint32> &inodes)
{
    HolderSearch found = inodes.empty() ? HolderSearch{} : Walk(inodes, pids, socketLink).run(1);
    found.everythingSeen = false;
    return found;
}

HolderSearch findPipeHolders(const std::vector<quint32> &inodes, int threads)
{
    return inodes.empty() ? HolderSearch{} : Walk(inodes, processIds(), pipeLink).run(qMax(1, threads));
}

std::vector<quint32> pipesOf(pid_t pid)
{
    std::vector<quint32> inodes;
    const UniqueFd directory(::open(descriptorsPath(pid).constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid())
        return inodes;
    readDirectory(directory.get(), [&](QByteArrayView name) {
        if (const auto inode = linkedInode(directory.get(), name.data(), pipeLink))
            inodes.push_back(*inode);
        return true;
    });
    std::sort(inodes.begin(), inodes.end());
    inodes.erase(std::unique(inodes.begin(), inodes.end()), inodes.end());
    return inodes;
}

bool stillHolds(const Holder &holder)
{
    const UniqueFd directory(::open(descriptorsPath(holder.pid).constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    return directory.isValid()
        && linkedInode(directory.get(), QByteArray::number(holder.descriptor).constData(), socketLink)
        == holder.socketInode;
}

} // namespace pipeglass::catalog
