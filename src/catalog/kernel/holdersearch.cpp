// SPDX-License-Identifier: MIT
#include "catalog/kernel/holdersearch.h"

#include "catalog/kernel/procfs.h"
#include "core/sortunique.h"
#include "core/system/procfile.h"
#include "core/threads/workerthread.h"
#include "core/uniquefd.h"

#include <algorithm>
#include <array>
#include <atomic>
#include <cerrno>
#include <charconv>
#include <limits>
#include <optional>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr int toTheEnd = std::numeric_limits<int>::max();

/// A range of one process's descriptors, so that a process with many is shared by the threads.
struct Task {
    pid_t pid = 0;
    int from = 0;
    int to = toTheEnd;
};

constexpr int rangeSize = 1024;

std::vector<Task> planTasks(const std::vector<pid_t> &pids)
{
    std::vector<Task> tasks;
    for (const pid_t pid : pids) {
        // Descriptors are numbered from 0, mostly without gaps: trying the numbers is a third faster than listing them.
        const int count = descriptorCount(pid).value_or(0);
        for (int from = 0; from < count; from += rangeSize)
            tasks.push_back({ pid, from, qMin(count, from + rangeSize) });
        tasks.push_back({ pid, count });
    }
    return tasks;
}

constexpr QByteArrayView socketLink("socket");
constexpr QByteArrayView pipeLink("pipe");

std::optional<quint32> linkedInode(int directory, const char *descriptor, QByteArrayView kind)
{
    std::array<char, 64> target{};
    const ssize_t size = ::readlinkat(directory, descriptor, target.data(), target.size());
    return catalog::linkedInode({ target.data(), qMax<ssize_t>(0, size) }, kind);
}

/// NUL-terminated.
std::array<char, 16> nameOf(int descriptor)
{
    std::array<char, 16> name{};
    std::to_chars(name.begin(), name.end() - 1, descriptor);
    return name;
}

class Walk {
public:
    /// `inodes`: sorted; null: all.
    Walk(const std::vector<quint32> *inodes, const std::vector<pid_t> &pids, QByteArrayView link)
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
        others.reserve(results.size());
        for (size_t i = 1; i < results.size(); ++i) {
            std::thread other = startThread([this, &result = results[i]] { work(result); });
            if (!other.joinable())
                break;
            others.push_back(std::move(other));
        }
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
            examine(m_tasks[i], result);
    }

    void examine(const Task &task, HolderSearch &result) const
    {
        const UniqueFd directory(::open(procPath(task.pid, "fd").constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
        if (!directory.isValid()) {
            if (errno != ENOENT && errno != ESRCH)
                result.everythingSeen = false;
            return;
        }
        if (task.to != toTheEnd) {
            for (int descriptor = task.from; descriptor < task.to; ++descriptor)
                examine(task.pid, directory.get(), descriptor, nameOf(descriptor).data(), result);
            return;
        }
        // In this directory the offset is the descriptor plus 2, for "." and "..".
        if (task.from > 0 && ::lseek(directory.get(), task.from + 2, SEEK_SET) < 0)
            return;
        const auto visit = [&](QByteArrayView name) {
            if (const auto descriptor = numberFrom(name))
                examine(task.pid, directory.get(), static_cast<int>(*descriptor), name.data(), result);
            return true;
        };
        if (!readDirectory(directory.get(), visit) && errno != ENOENT && errno != ESRCH)
            result.everythingSeen = false;
    }

    void examine(pid_t pid, int directory, int descriptor, const char *name, HolderSearch &result) const
    {
        errno = 0;
        const auto inode = linkedInode(directory, name, m_link);
        // A process's list of descriptors can be readable while its links are not.
        if (!inode && (errno == EACCES || errno == EPERM))
            result.everythingSeen = false;
        if (inode && (m_inodes == nullptr || std::binary_search(m_inodes->begin(), m_inodes->end(), *inode)))
            result.holders.push_back({ *inode, pid, descriptor });
    }

    const std::vector<quint32> *m_inodes;
    QByteArrayView m_link;
    std::vector<Task> m_tasks;
    std::atomic<size_t> m_next{ 0 };
};

} // namespace

HolderSearch findHolders(const std::vector<quint32> &inodes, int threads)
{
    return inodes.empty() ? HolderSearch{} : Walk(&inodes, processIds(), socketLink).run(qMax(1, threads));
}

HolderSearch findAllHolders() { return Walk(nullptr, processIds(), socketLink).run(1); }

HolderSearch findHoldersAmong(const std::vector<pid_t> &pids, const std::vector<quint32> &inodes)
{
    HolderSearch found = inodes.empty() ? HolderSearch{} : Walk(&inodes, pids, socketLink).run(1);
    found.everythingSeen = false;
    return found;
}

HolderSearch findPipeHolders(const std::vector<quint32> &inodes, int threads)
{
    return inodes.empty() ? HolderSearch{} : Walk(&inodes, processIds(), pipeLink).run(qMax(1, threads));
}

std::vector<quint32> pipesOf(pid_t pid)
{
    std::vector<quint32> inodes;
    const UniqueFd directory(::open(procPath(pid, "fd").constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (!directory.isValid())
        return inodes;
    readDirectory(directory.get(), [&](QByteArrayView name) {
        if (const auto inode = linkedInode(directory.get(), name.data(), pipeLink))
            inodes.push_back(*inode);
        return true;
    });
    sortUnique(inodes);
    return inodes;
}

std::optional<quint32> socketAt(pid_t pid, int descriptor)
{
    const QByteArray path = procPath(pid, "fd") + '/' + QByteArray::number(descriptor);
    return linkedInode(AT_FDCWD, path.constData(), socketLink);
}

std::optional<int> descriptorCount(pid_t pid)
{
    constexpr off_t most = 1 << 30U;
    // Since Linux 6.2 the size of /proc/PID/fd is the number of descriptors; before, it is 0.
    struct stat status { };
    if (::stat(procPath(pid, "fd").constData(), &status) != 0 || status.st_size == 0)
        return {};
    return static_cast<int>(qMin(status.st_size, most));
}

bool stillHolds(const Holder &holder) { return socketAt(holder.pid, holder.descriptor) == holder.socketInode; }

} // namespace pipeglass::catalog
