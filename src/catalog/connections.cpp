// SPDX-License-Identifier: MIT
#include "catalog/connections.h"

#include "catalog/holdersearch.h"
#include "catalog/socketdiag.h"
#include "catalog/socketjudge.h"

#include <algorithm>
#include <thread>
#include <unordered_map>

#include <fcntl.h>
#include <netinet/tcp.h>
#include <sys/socket.h>
#include <sys/sysmacros.h>

namespace pipeglass::catalog {

namespace {

/// What the kernel says of all stream sockets at one moment.
class Topology {
public:
    struct Accepted {
        BoundFile file;
        quint64 cookie = 0;
        quint32 inode = 0;
        quint32 peer = 0;
        quint32 unread = 0;
    };
    struct Listener {
        BoundFile file;
        std::vector<quint32> waiting;
    };

    Status read()
    {
        auto diag = SocketDiag::open();
        if (!diag)
            return failure(diag.error());
        constexpr quint32 show = SocketDiag::File | SocketDiag::Peer | SocketDiag::WaitingPeers | SocketDiag::Queues;
        const Status status = diag->dump(show, SocketDiag::All, [this](const DiagSocket &socket) { add(socket); });
        const auto byPlace = [](const Accepted &a, const Accepted &b) {
            return a.file != b.file ? a.file < b.file : a.cookie < b.cookie;
        };
        std::sort(m_accepted.begin(), m_accepted.end(), byPlace);
        // Told twice while the table of the kernel changed.
        const auto last = std::unique(m_accepted.begin(), m_accepted.end(), [](const Accepted &a, const Accepted &b) {
            return a.cookie == b.cookie;
        });
        m_accepted.erase(last, m_accepted.end());
        return status;
    }

    [[nodiscard]] std::pair<const Accepted *, const Accepted *> at(const BoundFile &file) const
    {
        const auto from = std::partition_point(
            m_accepted.begin(), m_accepted.end(), [&file](const Accepted &accepted) { return accepted.file < file; });
        auto to = from;
        while (to != m_accepted.end() && to->file == file)
            ++to;
        return { m_accepted.data() + (from - m_accepted.begin()), m_accepted.data() + (to - m_accepted.begin()) };
    }
    [[nodiscard]] const Listener *listener(quint64 cookie) const
    {
        const auto found = m_listeners.find(cookie);
        return found == m_listeners.end() ? nullptr : &found->second;
    }
    [[nodiscard]] std::optional<quint64> unreadBy(quint32 inode) const
    {
        const auto found = m_unread.find(inode);
        return found == m_unread.end() ? std::nullopt : std::optional<quint64>(found->second);
    }

private:
    void add(const DiagSocket &socket)
    {
        if (socket.inode == 0 || socket.type == SOCK_DGRAM)
            return;
        if (socket.state == TCP_LISTEN && socket.file) {
            m_listeners[socket.cookie] = { *socket.file, socket.waitingPeers };
        } else if (socket.state == TCP_ESTABLISHED || socket.state == TCP_CLOSE) {
            const quint32 unread = socket.receiveQueue.value_or(0);
            m_unread[socket.inode] = unread;
            if (socket.file && socket.state == TCP_ESTABLISHED)
                m_accepted.push_back({ *socket.file, socket.cookie, socket.inode, socket.peer.value_or(0), unread });
        }
    }

    std::vector<Accepted> m_accepted; ///< sorted by file, then age
    std::unordered_map<quint64, Listener> m_listeners; ///< by cookie
    std::unordered_map<quint32, quint32> m_unread; ///< by inode
};

BoundFile fileOf(const PipeEntry &pipe, const Topology &topology, const MountTable &mounts)
{
    if (const auto *const listener = topology.listener(pipe.socketCookie))
        return listener->file;
    const auto info = pipe.hasFile ? lookAt(AT_FDCWD, pipe.path()) : failure(ErrorCode::NoSuchPipe);
    if (info && info->file == pipe.file)
        return boundFile(*info, mounts);
    return { kernelDevice(major(pipe.file.id.device), minor(pipe.file.id.device)),
             static_cast<quint32>(pipe.file.id.inode) };
}

/// Who holds which socket, each process described once.
class Holders {
public:
    explicit Holders(std::vector<quint32> inodes)
    {
        std::sort(inodes.begin(), inodes.end());
        inodes.erase(std::unique(inodes.begin(), inodes.end()), inodes.end());
        constexpr size_t worthAThread = 256;
        const auto cores = static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U));
        m_found = findHolders(inodes, inodes.size() < worthAThread ? 1 : cores);
    }

    [[nodiscard]] std::optional<ProcessInfo> of(quint32 inode)
    {
        const auto holder = std::lower_bound(m_found.holders.begin(), m_found.holders.end(), Holder{ inode, 0, -1 });
        if (inode == 0 || holder == m_found.holders.end() || holder->socketInode != inode)
            return {};
        const auto [info, isNew] = m_described.try_emplace(holder->pid);
        if (isNew) {
            const qint64 uid = processUid(holder->pid);
            info->second = describeProcess(holder->pid, uid < 0 ? 0 : static_cast<uid_t>(uid));
        }
        return info->second;
    }

private:
    HolderSearch m_found;
    std::unordered_map<pid_t, ProcessInfo> m_described;
};

} // namespace

Result<std::vector<std::vector<Connection>>> connectionsOf(const std::vector<PipeEntryPtr> &pipes)
{
    Topology topology;
    if (const Status read = topology.read(); !read)
        return failure(read.error());
    const MountTable mounts = MountTable::read();
    std::vector<BoundFile> files;
    std::vector<quint32> inodes;
    files.reserve(pipes.size());
    for (const PipeEntryPtr &pipe : pipes) {
        files.push_back(fileOf(*pipe, topology, mounts));
        const auto [from, to] = topology.at(files.back());
        for (const auto *accepted = from; accepted != to; ++accepted) {
            inodes.push_back(accepted->inode);
            inodes.push_back(accepted->peer);
        }
        if (const auto *const listener = topology.listener(pipe->socketCookie))
            inodes.insert(inodes.end(), listener->waiting.begin(), listener->waiting.end());
    }
    std::erase(inodes, 0U);
    Holders holders(std::move(inodes));
    std::vector<std::vector<Connection>> all(pipes.size());
    for (size_t i = 0; i < pipes.size(); ++i) {
        const auto [from, to] = topology.at(files[i]);
        for (const auto *accepted = from; accepted != to; ++accepted)
            all[i].push_back({ holders.of(accepted->peer), holders.of(accepted->inode), false, accepted->unread,
                               topology.unreadBy(accepted->peer), accepted->peer, accepted->cookie });
        if (const auto *const listener = topology.listener(pipes[i]->socketCookie)) {
            for (const quint32 client : listener->waiting)
                all[i].push_back({ holders.of(client), {}, true, {}, {}, client, 0 });
        }
    }
    return all;
}

Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe)
{
    auto all = connectionsOf({ std::make_shared<PipeEntry>(pipe) });
    return all ? Result<std::vector<Connection>>(std::move(all->front())) : failure(all.error());
}

} // namespace pipeglass::catalog
