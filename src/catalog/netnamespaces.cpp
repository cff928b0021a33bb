// SPDX-License-Identifier: MIT
#include "catalog/netnamespaces.h"

#include "catalog/procfs.h"
#include "core/path.h"
#include "core/workerthread.h"

#include <algorithm>
#include <cerrno>
#include <map>

#include <fcntl.h>
#include <linux/sockios.h>
#include <sched.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

constexpr size_t threadsOfAGroup = 64;

QByteArray procPath(pid_t pid) { return "/proc/" + QByteArray::number(pid); }

/// The inode of this file of /proc is one a network namespace. The link /proc/PID/ns/net would say it more plainly, but
/// may be read of one's own processes only.
std::optional<quint64> inodeOf(const QByteArray &path)
{
    struct stat status { };
    return ::stat(path.constData(), &status) == 0 ? std::optional<quint64>(status.st_ino) : std::nullopt;
}

bool hasVanished(int number) { return number == ENOENT || number == ESRCH || number == EBADF; }

/// A netlink socket belongs to the namespace in which it was opened, and a thread may enter one alone.
Result<SocketDiag> diagIn(const UniqueFd &netNamespace)
{
    Result<SocketDiag> diag = failure(ErrorCode::PermissionDenied);
    const auto visit = [&diag, &netNamespace] {
        if (::setns(netNamespace.get(), CLONE_NEWNET) == 0)
            diag = SocketDiag::open();
    };
    if (!runInThread(visit))
        return failure(ErrorCode::PermissionDenied);
    return diag;
}

/// Nothing where the socket is gone by now.
Result<std::optional<UniqueFd>> namespaceOf(const SocketDescriptor &socket)
{
    const UniqueFd process(static_cast<int>(::syscall(SYS_pidfd_open, socket.pid, 0)));
    const UniqueFd copy(
        process.isValid() ? static_cast<int>(::syscall(SYS_pidfd_getfd, process.get(), socket.descriptor, 0)) : -1);
    struct stat status { };
    if (copy.isValid() && (::fstat(copy.get(), &status) != 0 || static_cast<quint32>(status.st_ino) != socket.inode))
        return std::optional<UniqueFd>(); // the number is another file's by now
    UniqueFd netNamespace(copy.isValid() ? ::ioctl(copy.get(), SIOCGSKNS) : -1);
    if (netNamespace.isValid())
        return std::optional(std::move(netNamespace));
    if (hasVanished(errno))
        return std::optional<UniqueFd>();
    return failure(systemError(errno, procPath(socket.pid)));
}

/// A process's directory in /proc, and those of its other threads, which may be in other namespaces than the first.
std::vector<QByteArray> threadsOf(pid_t pid)
{
    std::vector<QByteArray> threads{ procPath(pid) };
    const QByteArray tasks = threads.front() + "/task";
    struct stat status { };
    constexpr nlink_t linksOfOneThread = 3;
    if (::stat(tasks.constData(), &status) != 0 || status.st_nlink <= linksOfOneThread)
        return threads;
    const UniqueFd fd(::open(tasks.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    readDirectory(fd.get(), [&](QByteArrayView thread) {
        if (numberFrom(thread) != static_cast<quint64>(pid))
            threads.push_back(tasks + '/' + thread.toByteArray());
        return true;
    });
    return threads;
}

/// How these threads see the files, one for each mount namespace among them, where that may be seen.
std::vector<QByteArray> viewsOf(const std::vector<QByteArray> &threads)
{
    std::vector<QByteArray> roots;
    std::set<ino_t> seen;
    struct stat status { };
    for (const QByteArray &thread : threads) {
        if (::stat((thread + "/ns/mnt").constData(), &status) == 0 && seen.insert(status.st_ino).second)
            roots.push_back(thread + "/root");
    }
    return roots;
}

} // namespace

NetNamespaces NetNamespaces::look(const MountTable &mounts, Search search)
{
    NetNamespaces all;
    all.m_somethingUnseen = mounts.processesAreHidden && ::geteuid() != 0;
    if (const auto own = inodeOf("/proc/thread-self/ns/net"))
        all.m_spaces.insert(*own);
    all.readGroups();
    all.readNamed(mounts);
    if (search == Search::OfSockets && ::geteuid() == 0)
        all.readUnnamed();
    return all;
}

std::vector<NetNamespaces::Group> NetNamespaces::groups()
{
    const auto own = inodeOf("/proc/thread-self/net/unix");
    std::map<quint64, Group> byKey;
    for (const pid_t pid : processIds()) {
        for (QByteArray &thread : threadsOf(pid)) {
            const auto key = inodeOf(thread + "/net/unix");
            // One whose first thread has ended is in no namespace by that one.
            if (!key && !hasVanished(errno) && errno != EINVAL)
                m_somethingUnseen = true;
            if (!key || key == own)
                continue;
            Group &group = byKey[*key];
            group.key = *key;
            if (group.threads.size() < threadsOfAGroup)
                group.threads.push_back(std::move(thread));
        }
    }
    std::vector<Group> groups;
    groups.reserve(byKey.size());
    for (auto &[key, group] : byKey)
        groups.push_back(std::move(group));
    return groups;
}

/// All of them, again where one had ended before it was read: who was in it can be in another one now.
void NetNamespaces::readGroups()
{
    constexpr int mostRounds = 4;
    std::set<quint64> read;
    for (int round = 0; round < mostRounds; ++round) {
        bool anyVanished = false;
        for (const Group &group : groups()) {
            if (read.contains(group.key))
                continue;
            if (readGroup(group))
                read.insert(group.key);
            else
                anyVanished = true;
        }
        if (!anyVanished)
            return;
    }
    m_somethingUnseen = true;
}

/// False where nobody is in it any more, as far as can be seen.
bool NetNamespaces::readGroup(const Group &group)
{
    // Even root may be kept from some processes, such as the first one of a machine inside a machine.
    for (const QByteArray &thread : group.threads) {
        if (enter(thread + "/ns/net"))
            return true;
    }
    bool anyLeft = group.threads.size() == threadsOfAGroup;
    for (const QByteArray &thread : group.threads) {
        const QByteArray path = thread + "/net/unix";
        const auto text = readProcFile(path.constData());
        // The pid can have become another process's meanwhile.
        const auto key = inodeOf(path);
        anyLeft = anyLeft || key == group.key || (!key && !hasVanished(errno) && errno != EINVAL);
        if (!text || key != group.key)
            continue;
        m_texts.push_back(*text);
        takeSuspects(*text, group.threads);
        return true;
    }
    m_somethingUnseen = m_somethingUnseen || anyLeft;
    return anyLeft;
}

bool NetNamespaces::enter(const QByteArray &path)
{
    return enter(UniqueFd(::open(path.constData(), O_RDONLY | O_CLOEXEC)));
}

/// True where its sockets are known, now or already.
bool NetNamespaces::enter(const UniqueFd &netNamespace)
{
    struct stat status { };
    if (!netNamespace.isValid() || ::fstat(netNamespace.get(), &status) != 0)
        return false;
    if (m_spaces.contains(status.st_ino))
        return true;
    if (!m_mayEnter)
        return false;
    auto diag = diagIn(netNamespace);
    if (!diag) {
        m_mayEnter = false; // one's own can be opened without the right to enter any
        return false;
    }
    auto table = SocketTable::read(*diag);
    const Status all =
        diag->dump(0, SocketDiag::All, [this](const DiagSocket &socket) { m_inodes.insert(socket.inode); });
    if (!table || !all)
        return false;
    m_tables.push_back(std::move(*table));
    m_spaces.insert(status.st_ino);
    return true;
}

void NetNamespaces::readNamed(const MountTable &mounts)
{
    // A namespace with a name but without a process can still hold a socket that was passed out of it. Only with rights
    // can it be entered.
    for (const QByteArray &mountPoint : mounts.netNamespaces)
        enter(mountPoint);
}

bool NetNamespaces::takeOwnInodes()
{
    auto own = SocketDiag::open();
    return own && own->dump(0, SocketDiag::All, [this](const DiagSocket &socket) { m_inodes.insert(socket.inode); });
}

void NetNamespaces::readUnnamed()
{
    if (!takeOwnInodes()) {
        m_somethingUnseen = true;
        return;
    }
    std::vector<SocketDescriptor> strays;
    forEachSocketDescriptor([this, &strays](const SocketDescriptor &socket) {
        if (!m_inodes.contains(socket.inode) && isUnixSocket(socket))
            strays.push_back(socket);
    });
    // Most of them have only just been made.
    if (strays.empty())
        return;
    m_somethingUnseen = m_somethingUnseen || !takeOwnInodes();
    for (const SocketDescriptor &socket : strays) {
        if (!m_inodes.contains(socket.inode))
            enterThatOf(socket);
    }
}

void NetNamespaces::enterThatOf(const SocketDescriptor &socket)
{
    const auto netNamespace = namespaceOf(socket);
    if (!netNamespace || (*netNamespace && !enter(**netNamespace)))
        m_somethingUnseen = true;
}

void NetNamespaces::takeSuspects(const QByteArray &text, const std::vector<QByteArray> &threads)
{
    const std::vector<QByteArray> roots = viewsOf(threads);
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
        // Whoever bound it may have meant another file by that path than we would.
        for (const QByteArray &root : roots) {
            Suspect elsewhere{ path, {}, {} };
            if (::stat((root + directoryOf(path)).constData(), &status) != 0)
                continue;
            elsewhere.directoryDevice = status.st_dev;
            const auto file = lookAt(AT_FDCWD, root + path);
            if (count == 1 && file && file->kind() == FileKind::Socket)
                elsewhere.there = file->file.id;
            m_suspects.push_back(std::move(elsewhere));
        }
    }
}

NetNamespaces::Found NetNamespaces::at(const BoundFile &file, const SocketTable &beside) const
{
    Found found;
    const auto known = beside.acceptedAt(file);
    for (const SocketTable &table : m_tables) {
        if (found.socket == nullptr)
            found.socket = table.at(file);
        for (const AcceptedSocket &socket : table.acceptedAt(file)) {
            if (!std::ranges::binary_search(known, socket.cookie, {}, &AcceptedSocket::cookie))
                ++found.clients;
        }
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
