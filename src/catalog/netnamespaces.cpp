// SPDX-License-Identifier: MIT
#include "catalog/netnamespaces.h"

#include "catalog/procfs.h"
#include "core/uniquefd.h"

#include <algorithm>
#include <cerrno>
#include <map>
#include <thread>

#include <fcntl.h>
#include <sched.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr size_t pidsOfAGroup = 64;

QByteArray procPath(pid_t pid, const char *leaf) { return "/proc/" + QByteArray::number(pid) + leaf; }

/// The inode of this file of /proc is one a network namespace. The link /proc/PID/ns/net would say it more plainly, but
/// may be read of one's own processes only.
std::optional<quint64> inodeOf(const QByteArray &path)
{
    struct stat status { };
    return ::stat(path.constData(), &status) == 0 ? std::optional<quint64>(status.st_ino) : std::nullopt;
}

bool hasVanished(int number) { return number == ENOENT || number == ESRCH; }

/// A netlink socket belongs to the namespace in which it was opened, and a thread may enter one alone.
Result<SocketDiag> diagIn(const UniqueFd &netNamespace)
{
    Result<SocketDiag> diag = failure(ErrorCode::PermissionDenied);
    std::thread visitor([&diag, &netNamespace] {
        if (::setns(netNamespace.get(), CLONE_NEWNET) == 0)
            diag = SocketDiag::open();
    });
    visitor.join();
    return diag;
}

QByteArray directoryOf(const QByteArray &path) { return path.first(qMax<qsizetype>(1, path.lastIndexOf('/'))); }

} // namespace

NetNamespaces NetNamespaces::look(const MountTable &mounts)
{
    NetNamespaces all;
    all.m_somethingUnseen = mounts.processesAreHidden && ::geteuid() != 0;
    const std::vector<Group> groups = all.groups();
    for (const Group &group : groups)
        all.readGroup(group);
    all.readNamed(mounts, groups);
    return all;
}

std::vector<NetNamespaces::Group> NetNamespaces::groups()
{
    const auto own = inodeOf("/proc/self/net/unix");
    std::map<quint64, Group> byKey;
    for (const pid_t pid : processIds()) {
        const auto key = inodeOf(procPath(pid, "/net/unix"));
        if (!key && !hasVanished(errno))
            m_somethingUnseen = true;
        if (!key || key == own)
            continue;
        Group &group = byKey[*key];
        group.key = *key;
        if (group.pids.size() < pidsOfAGroup)
            group.pids.push_back(pid);
    }
    std::vector<Group> groups;
    groups.reserve(byKey.size());
    for (auto &[key, group] : byKey)
        groups.push_back(std::move(group));
    return groups;
}

void NetNamespaces::readGroup(const Group &group)
{
    // Even root may be kept from some processes, such as the first one of a machine inside a machine.
    for (const pid_t pid : group.pids) {
        if (enter(procPath(pid, "/ns/net")))
            return;
    }
    for (const pid_t pid : group.pids) {
        const QByteArray path = procPath(pid, "/net/unix");
        const auto text = readProcFile(path.constData());
        // The pid can have become another process's meanwhile.
        if (!text || inodeOf(path) != group.key)
            continue;
        m_texts.push_back(*text);
        takeSuspects(*text);
        return;
    }
    m_somethingUnseen = true;
}

bool NetNamespaces::enter(const QByteArray &path)
{
    if (!m_mayEnter)
        return false;
    const UniqueFd netNamespace(::open(path.constData(), O_RDONLY | O_CLOEXEC));
    if (!netNamespace.isValid())
        return false;
    auto diag = diagIn(netNamespace);
    if (!diag) {
        m_mayEnter = false; // one's own can be opened without the right to enter any
        return false;
    }
    auto table = SocketTable::read(*diag);
    if (!table)
        return false;
    m_tables.push_back(std::move(*table));
    return true;
}

void NetNamespaces::readNamed(const MountTable &mounts, const std::vector<Group> &groups)
{
    // A namespace with a name but without a process can still hold a socket that was passed out of it. Only with rights
    // can one be told from those of the processes, and be entered.
    std::vector<quint64> known;
    if (const auto own = inodeOf("/proc/self/ns/net"))
        known.push_back(*own);
    for (const Group &group : groups) {
        const auto inode = inodeOf(procPath(group.pids.front(), "/ns/net"));
        if (!inode)
            return;
        known.push_back(*inode);
    }
    for (const QByteArray &mountPoint : mounts.netNamespaces) {
        const auto inode = inodeOf(mountPoint);
        if (inode && std::find(known.begin(), known.end(), *inode) == known.end()) {
            known.push_back(*inode);
            enter(mountPoint);
        }
    }
}

void NetNamespaces::takeSuspects(const QByteArray &text)
{
    std::map<QByteArray, int> times;
    for (const ProcUnixSocket &socket : parseProcUnix(text)) {
        // Accepted connections carry their listener's path and keep no file alive.
        const bool holdsAFile = !socket.connected || socket.type == SOCK_DGRAM;
        if (holdsAFile && !socket.path.isEmpty() && !socket.path.startsWith('@'))
            ++times[socket.path];
    }
    for (const auto &[path, count] : times) {
        // Where the working directory was, or what a descriptor led to, cannot be known.
        if (!path.startsWith('/') || path.startsWith("/proc/")) {
            m_anyRelative = true;
            continue;
        }
        Suspect suspect{ path, {}, {} };
        struct stat status { };
        if (::stat(directoryOf(path).constData(), &status) == 0)
            suspect.directoryDevice = status.st_dev;
        const auto there = lookAt(AT_FDCWD, path);
        if (count == 1 && there && there->kind() == FileKind::Socket)
            suspect.there = there->file.id;
        m_suspects.push_back(std::move(suspect));
    }
}

NetNamespaces::Found NetNamespaces::at(const BoundFile &file) const
{
    Found found;
    for (const SocketTable &table : m_tables) {
        if (found.socket == nullptr)
            found.socket = table.at(file);
        found.clients += table.clientsAt(file);
    }
    return found;
}

bool NetNamespaces::mayHold(const QByteArray &fileName, const FileInfo &info) const
{
    if (m_somethingUnseen || m_anyRelative)
        return true;
    if (std::any_of(m_texts.begin(), m_texts.end(), [&fileName](const QByteArray &text) {
            return mentionsFileName(text, fileName);
        }))
        return true;
    // Another last component: the file would have been renamed since, within its file system.
    return std::any_of(m_suspects.begin(), m_suspects.end(), [&info](const Suspect &suspect) {
        return suspect.directoryDevice == info.file.id.device && (!suspect.there || *suspect.there == info.file.id);
    });
}

} // namespace pipeglass::catalog
