// SPDX-License-Identifier: MIT
#include "catalog/namespaces/networknamespaces.h"

#include "catalog/kernel/mounttable.h"
#include "catalog/kernel/procfs.h"
#include "core/system/procfile.h"
#include "core/uniquefd.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <cstdio>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr size_t maxNetworks = 1000;
constexpr size_t maxMembers = 8;
/// A process can enter a namespace at any time without notice.
constexpr int maxQuickScans = 10;

std::optional<quint64> inodeOf(const char *path)
{
    struct stat status { };
    return ::stat(path, &status) == 0 ? std::optional<quint64>(status.st_ino) : std::nullopt;
}

/// Reads the link only: following it would make the kernel create a file for the namespace.
std::optional<quint64> namespaceInode(const char *link)
{
    std::array<char, 64> target{};
    const ssize_t size = ::readlink(link, target.data(), target.size());
    return size > 0 ? linkedInode({ target.data(), size }, "net") : std::nullopt;
}

/// nullopt if the process has ended or may not be inspected.
std::optional<NetworkNamespaces::Key> keyOf(pid_t pid)
{
    if (const auto inode = namespaceInode(procPath(pid, "ns/net").constData()))
        return NetworkNamespaces::Key{ *inode, true };
    if (errno != EACCES && errno != EPERM)
        return {};
    if (const auto inode = inodeOf(procPath(pid, "net/unix").constData()))
        return NetworkNamespaces::Key{ *inode, false };
    return {};
}

/// The pid assigned last in this namespace; nullopt if the kernel does not tell.
std::optional<quint64> lastPid()
{
    const auto text = readProcFile("/proc/sys/kernel/ns_last_pid");
    return text ? numberFrom(text->trimmed()) : std::nullopt;
}

} // namespace

const NetworkNamespaces::Networks &NetworkNamespaces::scan(ScanMode how)
{
    // Read first, so that a process started during the scan counts as new in the next one.
    const auto last = lastPid();
    m_withThreads = m_withThreads || how == ScanMode::WithThreads;
    const bool isThorough = how != ScanMode::Quick || !m_hasScanned || ++m_quickScans > maxQuickScans;
    if (isThorough)
        startOver();
    if (isThorough || !last || last != m_lastPid)
        takeProcesses(processIds());
    else if (!m_young.empty())
        takeProcesses(std::vector<pid_t>(m_young));
    m_lastPid = last;
    return m_networks;
}

void NetworkNamespaces::startOver()
{
    m_hasScanned = true;
    m_quickScans = 0;
    m_own = namespaceInode("/proc/thread-self/ns/net");
    m_ownText = inodeOf("/proc/thread-self/net/unix");
    m_networks.clear();
    // Keep the known processes, but as unsettled, so that all are read again.
    std::vector<pid_t> known;
    std::merge(m_settled.begin(), m_settled.end(), m_young.begin(), m_young.end(), std::back_inserter(known));
    m_young = std::move(known);
    m_settled.clear();
    for (QByteArray &mountPoint : MountTable::read().netNamespaces) {
        const auto inode = inodeOf(mountPoint.constData());
        Network *network = inode ? networkOf({ *inode, true }) : nullptr;
        if (network != nullptr)
            network->mountPoint = std::move(mountPoint);
    }
}

void NetworkNamespaces::takeProcesses(const std::vector<pid_t> &pids)
{
    std::vector<pid_t> unknown;
    std::set_difference(pids.begin(), pids.end(), m_settled.begin(), m_settled.end(), std::back_inserter(unknown));
    for (const pid_t pid : unknown)
        take(pid);
    std::vector<pid_t> twice;
    std::set_intersection(unknown.begin(), unknown.end(), m_young.begin(), m_young.end(), std::back_inserter(twice));
    std::vector<pid_t> settled;
    settled.reserve(m_settled.size() + twice.size());
    std::merge(m_settled.begin(), m_settled.end(), twice.begin(), twice.end(), std::back_inserter(settled));
    m_young.clear();
    std::set_difference(unknown.begin(), unknown.end(), twice.begin(), twice.end(), std::back_inserter(m_young));
    m_settled = std::move(settled);
}

void NetworkNamespaces::take(pid_t pid)
{
    takeMember(pid);
    constexpr nlink_t linksOfOneThread = 3;
    struct stat status { };
    const QByteArray tasks = procPath(pid, "task");
    if (!m_withThreads || ::stat(tasks.constData(), &status) != 0 || status.st_nlink <= linksOfOneThread)
        return;
    const UniqueFd fd(::open(tasks.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    readDirectory(fd.get(), [this, pid](QByteArrayView name) {
        const auto thread = numberFrom(name);
        if (thread && static_cast<pid_t>(*thread) != pid)
            takeMember(static_cast<pid_t>(*thread));
        return true;
    });
}

void NetworkNamespaces::takeMember(pid_t pid)
{
    const auto key = keyOf(pid);
    Network *network = key ? networkOf(*key) : nullptr;
    if (network == nullptr || network->members.size() >= maxMembers)
        return;
    if (std::find(network->members.begin(), network->members.end(), pid) == network->members.end())
        network->members.push_back(pid);
}

NetworkNamespaces::Network *NetworkNamespaces::networkOf(const Key &key)
{
    if (isOwn(key))
        return nullptr;
    const auto known = m_networks.find(key);
    if (known != m_networks.end())
        return &known->second;
    return m_networks.size() < maxNetworks ? &m_networks[key] : nullptr;
}

bool NetworkNamespaces::isOwn(const Key &key) const
{
    return key.mayEnter ? key.inode == m_own : key.inode == m_ownText;
}

} // namespace pipeglass::catalog
