// SPDX-License-Identifier: MIT
#include "catalog/connections.h"

#include "catalog/serverbook.h"
#include "catalog/socketjudge.h"

#include <algorithm>
#include <unordered_map>

#include <fcntl.h>
#include <sys/sysmacros.h>

namespace pipeglass::catalog {

namespace {

/// Finds the connections of rows in one table. The book has been updated for the table's connectionInodes().
class Finder {
public:
    Finder(const SocketTable &table, const MountTable &mounts, ServerBook &book)
        : m_table(table)
        , m_mounts(mounts)
        , m_book(book)
    {
        m_byCookie.reserve(table.sockets().size());
        for (const FileSocket &socket : table.sockets())
            m_byCookie.emplace(socket.cookie, &socket);
    }

    [[nodiscard]] std::vector<Connection> of(const PipeEntry &pipe) const
    {
        if (pipe.kind != FileKind::Socket)
            return {};
        const auto found = pipe.socketCookie == 0 ? m_byCookie.end() : m_byCookie.find(pipe.socketCookie);
        const FileSocket *listener = found == m_byCookie.end() ? nullptr : found->second;
        const auto accepted = m_table.acceptedAt(listener != nullptr ? listener->file : fileOf(pipe));
        std::vector<Connection> all;
        all.reserve(accepted.size());
        for (const AcceptedSocket &socket : accepted)
            all.push_back({ m_book.holderOf(socket.peer), m_book.holderOf(socket.inode), false, socket.unread,
                            m_table.unreadIn(socket.peer), socket.peer, socket.cookie });
        if (listener != nullptr) {
            for (const quint32 client : listener->waitingPeers)
                all.push_back({ m_book.holderOf(client), {}, true, {}, {}, client, 0 });
        }
        return all;
    }

private:
    [[nodiscard]] BoundFile fileOf(const PipeEntry &pipe) const
    {
        const auto info = pipe.hasFile ? lookAt(AT_FDCWD, pipe.path()) : failure(ErrorCode::NoSuchPipe);
        if (info && info->file == pipe.file)
            return boundFile(*info, m_mounts);
        return { kernelDevice(major(pipe.file.id.device), minor(pipe.file.id.device)),
                 static_cast<quint32>(pipe.file.id.inode) };
    }

    const SocketTable &m_table;
    const MountTable &m_mounts;
    ServerBook &m_book;
    std::unordered_map<quint64, const FileSocket *> m_byCookie;
};

} // namespace

ConnectedSnapshot scanWithConnections(ScanOptions options)
{
    options.detail = Detail::Connections;
    Scanner scanner(std::move(options));
    ConnectedSnapshot found{ scanner.scan(), {} };
    const auto evidence = scanner.evidence();
    const Finder finder(evidence.table, evidence.mounts, evidence.book);
    found.connections.reserve(found.snapshot->entries.size());
    for (const PipeEntryPtr &pipe : found.snapshot->entries)
        found.connections.push_back(finder.of(*pipe));
    return found;
}

Result<std::vector<Connection>> connectionsOf(const PipeEntry &pipe)
{
    auto diag = SocketDiag::open();
    if (!diag)
        return failure(diag.error());
    const auto table = SocketTable::read(*diag, Detail::Connections);
    if (!table)
        return failure(table.error());
    ServerBook book;
    book.alsoFind(table->connectionInodes());
    book.update({}, false);
    const MountTable mounts = MountTable::read();
    return Finder(*table, mounts, book).of(pipe);
}

} // namespace pipeglass::catalog
