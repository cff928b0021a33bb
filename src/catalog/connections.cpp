// SPDX-License-Identifier: MIT
#include "catalog/connections.h"

#include "catalog/namespaces/networksocketreader.h"
#include "catalog/scanning/livenesscheck.h"
#include "catalog/sockets/socketholders.h"

#include <functional>
#include <span>
#include <unordered_map>

#include <fcntl.h>
#include <sys/sysmacros.h>

namespace pipeglass::catalog {

namespace {

/// Finds the connections of rows in one table.
class Finder {
public:
    using HolderOf = std::function<std::optional<ProcessInfo>(quint32 inode)>;

    Finder(const SocketTable &table, const MountTable &mounts)
        : m_table(table)
        , m_mounts(mounts)
    {
        m_byCookie.reserve(table.sockets().size());
        for (const FileSocket &socket : table.sockets())
            m_byCookie.emplace(socket.cookie, &socket);
    }

    [[nodiscard]] std::vector<Connection> of(const PipeEntry &pipe, const HolderOf &holderOf) const
    {
        std::vector<Connection> all;
        const Ends ends = endsOf(pipe);
        all.reserve(ends.accepted.size());
        for (const AcceptedSocket &socket : ends.accepted)
            all.push_back({ holderOf(socket.peer), holderOf(socket.inode), false, socket.unread, socket.peerUnread,
                            socket.peer, socket.cookie, socket.inode });
        for (const quint32 client : ends.waiting)
            all.push_back({ holderOf(client), {}, true, {}, {}, client, 0, 0 });
        return all;
    }

    /// Inodes of both ends of each connection, and of waiting clients.
    [[nodiscard]] std::vector<quint32> inodesOf(const PipeEntry &pipe) const
    {
        const Ends ends = endsOf(pipe);
        std::vector<quint32> inodes(ends.waiting.begin(), ends.waiting.end());
        for (const AcceptedSocket &socket : ends.accepted) {
            inodes.push_back(socket.inode);
            if (socket.peer != 0)
                inodes.push_back(socket.peer);
        }
        return inodes;
    }

private:
    struct Ends {
        std::span<const AcceptedSocket> accepted;
        std::span<const quint32> waiting;
    };

    [[nodiscard]] Ends endsOf(const PipeEntry &pipe) const
    {
        if (pipe.kind != FileKind::Socket)
            return {};
        const auto found = pipe.socketCookie == 0 ? m_byCookie.end() : m_byCookie.find(pipe.socketCookie);
        if (found == m_byCookie.end())
            return { m_table.acceptedAt(fileOf(pipe)), {} };
        return { m_table.acceptedAt(found->second->file), found->second->waitingPeers };
    }

    [[nodiscard]] BoundFile fileOf(const PipeEntry &pipe) const
    {
        const auto info = pipe.hasFile ? readFileInfo(AT_FDCWD, pipe.path()) : failure(ErrorCode::NoSuchFile);
        if (info && info->file == pipe.file)
            return boundFile(*info, m_mounts);
        return { kernelDevice(major(pipe.file.id.device), minor(pipe.file.id.device)),
                 static_cast<quint32>(pipe.file.id.inode) };
    }

    const SocketTable &m_table;
    const MountTable &m_mounts;
    std::unordered_map<quint64, const FileSocket *> m_byCookie;
};

} // namespace

ConnectedSnapshot scanWithConnections(ScanOptions options)
{
    options.detail = Detail::Connections;
    Scanner scanner(std::move(options));
    ConnectedSnapshot found{ scanner.scan(), {} };
    const auto data = scanner.data();
    const Finder finder(data.table, data.mounts);
    const auto holderOf = [&holders = data.holders](quint32 inode) { return holders.holderOf(inode); };
    found.connections.reserve(found.snapshot->entries.size());
    for (const PipeEntryPtr &pipe : found.snapshot->entries)
        found.connections.push_back(finder.of(*pipe, holderOf));
    return found;
}

Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe) { return ConnectionReader().of(pipe); }

ConnectionReader::ConnectionReader()
    : m_holders(std::make_unique<SocketHolders>())
    , m_networks(std::make_unique<NetworkSocketReader>())
{
}

ConnectionReader::~ConnectionReader() = default;

Result<std::vector<Connection>> ConnectionReader::of(const PipeEntry &pipe)
{
    auto diag = SocketDiag::open();
    if (!diag)
        return failure(diag.error());
    const auto table = m_networks->read(*diag, SocketTable(Detail::Connections));
    if (!table)
        return failure(table.error());
    const MountTable mounts = MountTable::read();
    const Finder finder(*table, mounts);
    // Only the inode of a client's socket is known, so all sockets are keyed by inode.
    std::vector<SocketHolders::Socket> sockets;
    for (const quint32 inode : finder.inodesOf(pipe))
        sockets.push_back({ inode, inode, {} });
    m_holders->keepOnly(sockets);
    (void)m_holders->refresh(false);
    return finder.of(pipe, [this](quint32 inode) -> std::optional<ProcessInfo> {
        const SocketHolders::Servers &holders = m_holders->servers(inode);
        return holders && !holders->empty() ? std::optional(holders->front()) : std::nullopt;
    });
}

} // namespace pipeglass::catalog
