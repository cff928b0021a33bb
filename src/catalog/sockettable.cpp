// SPDX-License-Identifier: MIT
#include "catalog/sockettable.h"

#include <algorithm>

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

} // namespace

Result<SocketTable> SocketTable::read(SocketDiag &diag)
{
    SocketTable table;
    const Status status = diag.dump(
        SocketDiag::File | SocketDiag::Queues | SocketDiag::Name | SocketDiag::Uid, SocketDiag::All,
        [&table](const DiagSocket &socket) { table.add(socket); });
    if (!status)
        return failure(status.error());
    table.finish();
    return table;
}

Result<SocketTable> SocketTable::read(SocketDiag &diag, const std::vector<BoundFile> &files)
{
    SocketTable table;
    const Status status = diag.dump(SocketDiag::File, SocketDiag::All, [&table, &files](const DiagSocket &socket) {
        if (socket.file && std::binary_search(files.begin(), files.end(), *socket.file))
            table.add(socket);
    });
    if (!status)
        return failure(status.error());
    table.finish();
    return table;
}

void SocketTable::add(const DiagSocket &socket)
{
    // One without an inode waits to be accepted: its listener's queue counts it.
    if (!socket.file || socket.inode == 0)
        return;
    const SocketType type = typeOf(socket.type);
    const bool listens = socket.state == TCP_LISTEN;
    if (type != SocketType::Datagram && socket.state == TCP_ESTABLISHED) {
        m_accepted.push_back({ *socket.file, socket.cookie });
        return;
    }
    FileSocket found{ *socket.file,
                      socket.inode,
                      socket.cookie,
                      type,
                      listens || type == SocketType::Datagram ? PipeState::Listening : PipeState::Bound,
                      0,
                      0,
                      socket.name,
                      socket.uid };
    if (listens) {
        found.waiting = socket.receiveQueue.value_or(0);
        found.backlog = socket.sendQueue.value_or(0);
    }
    m_sockets.push_back(found);
}

void SocketTable::finish()
{
    // Told twice while the table of the kernel changed: the later word counts.
    std::stable_sort(
        m_sockets.begin(), m_sockets.end(), [](const FileSocket &a, const FileSocket &b) { return a.file < b.file; });
    std::sort(m_accepted.begin(), m_accepted.end());
    m_accepted.erase(std::unique(m_accepted.begin(), m_accepted.end()), m_accepted.end());
}

const FileSocket *SocketTable::at(const BoundFile &file) const
{
    const auto after = std::upper_bound(
        m_sockets.begin(), m_sockets.end(), file,
        [](const BoundFile &wanted, const FileSocket &socket) { return wanted < socket.file; });
    return after != m_sockets.begin() && std::prev(after)->file == file ? &*std::prev(after) : nullptr;
}

quint32 SocketTable::clientsAt(const BoundFile &file) const
{
    const auto from = std::lower_bound(m_accepted.begin(), m_accepted.end(), Accepted{ file, 0 });
    auto to = from;
    while (to != m_accepted.end() && to->file == file)
        ++to;
    return static_cast<quint32>(to - from);
}

} // namespace pipeglass::catalog
