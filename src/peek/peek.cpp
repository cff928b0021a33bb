// SPDX-License-Identifier: MIT
#include "peek/peek.h"

#include "catalog/kernel/holdersearch.h"
#include "catalog/kernel/procfs.h"
#include "core/sortunique.h"
#include "core/system/procfile.h"
#include "peek/descriptorcopy.h"
#include "peek/unreadbytes.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <thread>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::peek {

namespace {

using catalog::Connection;
using catalog::Holder;
using catalog::HolderSearch;

int searchThreads() { return static_cast<int>(qBound(1U, std::thread::hardware_concurrency(), 4U)); }

/// The holders of one socket or pipe.
std::vector<Holder> holdersOf(const HolderSearch &found, quint32 inode)
{
    const auto &all = found.holders;
    const auto first = std::lower_bound(all.begin(), all.end(), Holder{ inode, 0, -1 });
    const auto last = std::find_if(first, all.end(), [inode](const Holder &one) { return one.socketInode != inode; });
    return { first, last };
}

Error withoutHolder(const HolderSearch &found, const QByteArray &subject)
{
    return { found.everythingSeen ? ErrorCode::SocketGone : ErrorCode::TraceDenied, 0, subject, {} };
}

Error about(Error error, const QByteArray &subject, pid_t holder)
{
    error.subject = subject;
    error.detail = QCoreApplication::translate("Peek", "process %1").arg(holder);
    return error;
}

/// Peeks at the sockets of connections, up to a total limit.
class SocketPeek {
public:
    SocketPeek(const QByteArray &path, const std::vector<Connection> &connections)
        : m_path(path)
    {
        std::vector<quint32> inodes;
        for (const Connection &connection : connections) {
            for (const quint32 inode : { connection.serverInode, connection.clientInode }) {
                if (inode != 0 && !connection.isWaiting)
                    inodes.push_back(inode);
            }
        }
        sortUnique(inodes);
        m_found = catalog::findHolders(inodes, searchThreads());
    }

    void fill(Direction &direction, quint32 inode, quint64 cookie)
    {
        Error error = withoutHolder(m_found, m_path);
        for (const Holder &holder : holdersOf(m_found, inode)) {
            const auto copy = copyDescriptor(holder.pid, holder.descriptor, { S_IFSOCK, inode, cookie });
            if (copy) {
                read(direction, copy->get(), holder.pid);
                return;
            }
            error = about(copy.error(), m_path, holder.pid);
        }
        direction.error = error;
    }

private:
    void read(Direction &direction, int socket, pid_t holder)
    {
        if (hasPeekOffset(socket)) {
            direction.bytes = countUnread(socket);
            if (direction.bytes == quint64{ 0 })
                return;
            direction.error = about({ ErrorCode::PeekNoticed, 0, {}, {} }, m_path, holder);
            return;
        }
        auto unread = peekSocket(socket, qMin(maxPerConnection, m_left));
        if (!unread) {
            direction.error = about(systemError(errno, {}), m_path, holder);
            return;
        }
        m_left -= unread->payload.size();
        direction.bytes = unread->count;
        direction.payload = std::move(unread->payload);
    }

    const QByteArray &m_path;
    HolderSearch m_found;
    qsizetype m_left = maxTotal;
};

/// The processes at both ends of an anonymous pipe.
struct PipeEnds {
    std::vector<Holder> readers;
    pid_t reader = 0; ///< 0: not visible
    pid_t writer = 0;
};

PipeEnds endsOf(const std::vector<Holder> &holders)
{
    PipeEnds ends;
    for (const Holder &holder : holders) {
        struct stat link { };
        const QByteArray path =
            "/proc/" + QByteArray::number(holder.pid) + "/fd/" + QByteArray::number(holder.descriptor);
        if (::lstat(path.constData(), &link) != 0)
            continue;
        // The permission bits of the link tell the open mode of the descriptor.
        if ((link.st_mode & S_IRUSR) != 0)
            ends.readers.push_back(holder);
        else if (ends.writer == 0)
            ends.writer = holder.pid;
    }
    // Prefer a process that did not inherit both ends.
    for (const Holder &holder : ends.readers) {
        if (ends.reader == 0 || (ends.reader == ends.writer && holder.pid != ends.writer))
            ends.reader = holder.pid;
    }
    return ends;
}

pid_t parentOf(pid_t process)
{
    const QByteArray path = procPath(process, "stat");
    return catalog::parentFrom(catalog::readProcFile(path.constData()).value_or(QByteArray()));
}

std::optional<ProcessInfo> described(pid_t process)
{
    return process == 0 ? std::nullopt : std::optional(describeProcess(process));
}

} // namespace

std::vector<Direction> peekAt(const QByteArray &path, const std::vector<Connection> &connections)
{
    SocketPeek peek(path, connections);
    std::vector<Direction> all;
    for (const Connection &connection : connections) {
        Direction toServer{ connection.client, connection.server, Receiver::Server, connection.unreadByServer, {}, {} };
        if (connection.isWaiting)
            toServer.error = Error{ ErrorCode::NotAccepted, 0, path, {} };
        else
            peek.fill(toServer, connection.serverInode, connection.cookie);
        all.push_back(std::move(toServer));
        if (connection.isWaiting || connection.hasClientEnded())
            continue;
        Direction toClient{ connection.client, connection.server, Receiver::Client, connection.unreadByClient, {}, {} };
        peek.fill(toClient, connection.clientInode, 0);
        all.push_back(std::move(toClient));
    }
    return all;
}

Result<Direction> peekAtPipe(quint32 inode)
{
    const QByteArray name = "pipe:[" + QByteArray::number(inode) + ']';
    const HolderSearch found = catalog::findPipeHolders({ inode }, searchThreads());
    const PipeEnds ends = endsOf(holdersOf(found, inode));
    if (ends.readers.empty() && ends.writer == 0)
        return failure(found.everythingSeen ? ErrorCode::NoSuchPipe : ErrorCode::TraceDenied, name);
    const bool readerIsServer = ends.reader != 0 && parentOf(ends.writer) == ends.reader;
    Direction direction;
    direction.to = readerIsServer ? Receiver::Server : Receiver::Client;
    direction.server = described(readerIsServer ? ends.reader : ends.writer);
    direction.client = described(readerIsServer ? ends.writer : ends.reader);
    direction.error = withoutHolder(found, name);
    for (const Holder &holder : ends.readers) {
        const auto copy = copyDescriptor(holder.pid, holder.descriptor, { S_IFIFO, inode, 0 });
        if (!copy) {
            direction.error = about(copy.error(), name, holder.pid);
            continue;
        }
        auto unread = peekPipe(copy->get(), maxPerConnection);
        if (!unread)
            return failure(systemError(errno, name));
        direction.bytes = unread->count;
        direction.payload = std::move(unread->payload);
        direction.error.reset();
        break;
    }
    return direction;
}

} // namespace pipeglass::peek
