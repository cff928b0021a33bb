// SPDX-License-Identifier: MIT
#include "catalog/sockets/sockettable.h"

#include "core/sortunique.h"

#include <algorithm>
#include <tuple>

#include <netinet/tcp.h>
#include <sys/socket.h>

namespace pipeglass::catalog {

namespace {

SocketType typeOf(quint8 type)
{
    switch (type) {
    case SOCK_STREAM:
        return SocketType::Stream;
    case SOCK_SEQPACKET:
        return SocketType::SeqPacket;
    case SOCK_DGRAM:
        return SocketType::Datagram;
    default:
        return SocketType::None;
    }
}

bool comesBefore(const FileSocket &a, const FileSocket &b) { return a.file < b.file; }

bool comesBefore(const AcceptedSocket &a, const AcceptedSocket &b)
{
    return a.file != b.file ? a.file < b.file : a.cookie < b.cookie;
}

FileSocket boundSocket(const DiagSocket &socket, quint32 network)
{
    FileSocket found;
    found.file = socket.file.value_or(BoundFile());
    found.inode = socket.inode;
    found.cookie = socket.cookie;
    found.type = typeOf(socket.type);
    const bool listens = socket.state == TCP_LISTEN;
    found.state = listens || found.type == SocketType::Datagram ? PipeState::Listening : PipeState::Bound;
    constexpr quint8 forReading = 1; // a listener shut down for writing only still accepts
    if (listens && (socket.shutdown & forReading) != 0)
        found.state = PipeState::ShutDown;
    found.name = socket.name;
    found.uid = socket.uid;
    found.network = network;
    if (listens) {
        found.waiting = socket.receiveQueue.value_or(0);
        found.backlog = socket.sendQueue.value_or(0);
        found.waitingPeers = socket.waitingPeers;
    }
    return found;
}

/// Appends the files of elements that are missing in one or differ.
template <typename Socket>
void addChanged(const std::vector<Socket> &before, const std::vector<Socket> &after, std::vector<BoundFile> &files)
{
    auto old = before.begin();
    auto now = after.begin();
    while (old != before.end() || now != after.end()) {
        if (now == after.end() || (old != before.end() && comesBefore(*old, *now))) {
            files.push_back((old++)->file);
        } else if (old == before.end() || comesBefore(*now, *old)) {
            files.push_back((now++)->file);
        } else {
            if (*old != *now)
                files.push_back(now->file);
            ++old;
            ++now;
        }
    }
}

} // namespace

Status SocketTable::addAll(SocketDiag &diag, quint32 network)
{
    quint32 show = SocketDiag::File | SocketDiag::Queues | SocketDiag::Name | SocketDiag::Uid;
    if (m_detail != Detail::Files)
        show |= SocketDiag::Peer;
    if (m_detail == Detail::Connections)
        show |= SocketDiag::WaitingPeers;
    return diag.dump(show, SocketDiag::All, [this, network](const DiagSocket &socket) { add(socket, network); });
}

void SocketTable::add(const DiagSocket &socket, quint32 network)
{
    // A socket without an inode waits to be accepted and is counted in its listener's queue.
    if (socket.inode == 0)
        return;
    const SocketType type = typeOf(socket.type);
    const bool listens = socket.state == TCP_LISTEN;
    const bool isConnected = type != SocketType::Datagram && socket.state == TCP_ESTABLISHED;
    if (m_detail != Detail::Files && type != SocketType::Datagram && !listens)
        m_queues.push_back({ socket.inode, socket.receiveQueue.value_or(0) });
    if (!socket.file) {
        if (m_withAbstract && network == 0 && socket.name.startsWith('\0'))
            addAbstract(socket);
        return;
    }
    if (isConnected) {
        m_accepted.push_back({ *socket.file,
                               socket.cookie,
                               socket.inode,
                               socket.peer.value_or(0),
                               m_detail == Detail::Files ? 0 : socket.receiveQueue.value_or(0),
                               {} });
        return;
    }
    m_sockets.push_back(boundSocket(socket, network));
}

void SocketTable::addAbstract(const DiagSocket &socket)
{
    const bool isDatagram = socket.type == SOCK_DGRAM;
    if (socket.state == TCP_ESTABLISHED && !isDatagram)
        ++m_abstractClients[socket.name];
    else if (socket.state == TCP_LISTEN || isDatagram)
        m_abstract.push_back(boundSocket(socket, 0));
}

quint32 SocketTable::clientsOf(const QByteArray &abstractName) const
{
    const auto found = m_abstractClients.find(abstractName);
    return found == m_abstractClients.end() ? 0 : found->second;
}

void SocketTable::finish()
{
    // Reported twice because it changed during the dump: keep the later one.
    std::stable_sort(
        m_sockets.begin(), m_sockets.end(), [](const auto &a, const auto &b) { return comesBefore(a, b); });
    const auto isTwice = [](const FileSocket &a, const FileSocket &b) { return a.cookie == b.cookie; };
    m_sockets.erase(m_sockets.begin(), std::unique(m_sockets.rbegin(), m_sockets.rend(), isTwice).base());
    std::sort(m_accepted.begin(), m_accepted.end(), [](const auto &a, const auto &b) { return comesBefore(a, b); });
    const auto last = std::unique(
        m_accepted.begin(), m_accepted.end(), [](const auto &a, const auto &b) { return a.cookie == b.cookie; });
    m_accepted.erase(last, m_accepted.end());
    std::sort(m_queues.begin(), m_queues.end());
    std::sort(m_abstract.begin(), m_abstract.end(), [](const FileSocket &a, const FileSocket &b) {
        return std::tie(a.name, a.cookie) < std::tie(b.name, b.cookie);
    });
    m_abstract.erase(std::unique(m_abstract.begin(), m_abstract.end(), isTwice), m_abstract.end());
    for (AcceptedSocket &socket : m_accepted)
        socket.peerUnread = unreadIn(socket.peer);
    markUnseen();
}

/// An accepted socket keeps the name that its listener was bound to.
void SocketTable::markUnseen()
{
    if (m_unseen.empty())
        return;
    std::sort(m_unseen.begin(), m_unseen.end());
    for (FileSocket &socket : m_sockets)
        socket.hasUnseenClients =
            socket.state == PipeState::Listening && std::binary_search(m_unseen.begin(), m_unseen.end(), socket.name);
    m_unseen = {};
}

const FileSocket *SocketTable::at(const BoundFile &file) const
{
    const auto after = std::upper_bound(
        m_sockets.begin(), m_sockets.end(), file,
        [](const BoundFile &wanted, const FileSocket &socket) { return wanted < socket.file; });
    return after != m_sockets.begin() && std::prev(after)->file == file ? &*std::prev(after) : nullptr;
}

std::span<const FileSocket> SocketTable::socketsAt(const BoundFile &file) const
{
    const auto from = std::partition_point(
        m_sockets.begin(), m_sockets.end(), [&file](const FileSocket &socket) { return socket.file < file; });
    auto to = from;
    while (to != m_sockets.end() && to->file == file)
        ++to;
    return { from, to };
}

std::span<const AcceptedSocket> SocketTable::acceptedAt(const BoundFile &file) const
{
    const auto from = std::partition_point(
        m_accepted.begin(), m_accepted.end(), [&file](const AcceptedSocket &socket) { return socket.file < file; });
    auto to = from;
    while (to != m_accepted.end() && to->file == file)
        ++to;
    return { from, to };
}

quint32 SocketTable::clientsAt(const BoundFile &file) const { return static_cast<quint32>(acceptedAt(file).size()); }

std::optional<quint32> SocketTable::unreadIn(quint32 inode) const
{
    // Reported twice, order unknown: keep the larger value.
    const auto after =
        std::upper_bound(m_queues.begin(), m_queues.end(), inode, [](quint32 wanted, const Queue &queue) {
            return wanted < queue.inode;
        });
    if (inode == 0 || after == m_queues.begin() || std::prev(after)->inode != inode)
        return {};
    return std::prev(after)->unread;
}

SocketTable::Unread SocketTable::unreadAt(const BoundFile &file) const
{
    if (m_detail == Detail::Files)
        return {};
    Unread sum{ 0, 0 };
    for (const AcceptedSocket &socket : acceptedAt(file)) {
        *sum.byServer += socket.unread;
        if (sum.byClient && socket.peerUnread)
            *sum.byClient += *socket.peerUnread;
        else
            sum.byClient.reset();
    }
    return sum;
}

std::vector<quint32> SocketTable::connectionInodes() const
{
    std::vector<quint32> inodes;
    inodes.reserve(m_accepted.size() * 2);
    for (const AcceptedSocket &socket : m_accepted) {
        inodes.push_back(socket.inode);
        if (socket.peer != 0)
            inodes.push_back(socket.peer);
    }
    for (const FileSocket &socket : m_sockets)
        inodes.insert(inodes.end(), socket.waitingPeers.begin(), socket.waitingPeers.end());
    sortUnique(inodes);
    return inodes;
}

std::vector<BoundFile> changedFiles(const SocketTable &before, const SocketTable &after)
{
    std::vector<BoundFile> files;
    addChanged(before.sockets(), after.sockets(), files);
    addChanged(before.accepted(), after.accepted(), files);
    sortUnique(files);
    return files;
}

} // namespace pipeglass::catalog
