// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"
#include "catalog/socketdiag.h"

#include <span>

namespace pipeglass::catalog {

/// The socket that a file leads to.
struct FileSocket {
    BoundFile file;
    quint32 inode = 0;
    quint64 cookie = 0;
    SocketType type = SocketType::None;
    PipeState state = PipeState::Unknown; ///< Listening or Bound
    quint32 waiting = 0; ///< of a listener
    quint32 backlog = 0;
    QByteArray name; ///< as given to bind()
    std::optional<quint32> uid; ///< of whoever made the socket; later kernels tell
    std::vector<quint32> waitingPeers; ///< Detail::Connections: the inodes of the clients that wait

    friend bool operator==(const FileSocket &, const FileSocket &) = default;
};

/// The server's end of a connection. It keeps its listener's file, also when that is closed.
struct AcceptedSocket {
    BoundFile file;
    quint64 cookie = 0;
    quint32 inode = 0;
    quint32 peer = 0; ///< the client's socket; 0: not known
    quint32 unread = 0; ///< bytes that wait in it
    std::optional<quint32> peerUnread; ///< and in the client's; nothing where that is in another network namespace

    friend constexpr auto operator<=>(const AcceptedSocket &, const AcceptedSocket &) = default;
};

/// What is asked of the kernel; each costs it more than the one before.
enum class Detail {
    Files, ///< who answers at a file, and how many connections it has
    Unread, ///< and the bytes not read yet at both ends of each
    Connections, ///< and who the clients are that wait
};

/// All sockets of one network namespace that have a file, at one moment: who answers at a file, and how many
/// connections were accepted there. Build once, then ask.
class SocketTable {
public:
    [[nodiscard]] static Result<SocketTable> read(SocketDiag &diag, Detail detail = Detail::Files);
    /// Only those of these files (sorted), and neither their names nor their queues: on a machine of many sockets a
    /// third of the time.
    [[nodiscard]] static Result<SocketTable> read(SocketDiag &diag, const std::vector<BoundFile> &files);

    /// What read() calls for each socket; public for tests.
    void add(const DiagSocket &socket);
    /// After the last add().
    void finish();

    /// All that are bound to a file, sorted by it.
    [[nodiscard]] const std::vector<FileSocket> &sockets() const { return m_sockets; }

    [[nodiscard]] const FileSocket *at(const BoundFile &file) const;
    /// More than one only where one took another's inode while the table was read.
    [[nodiscard]] std::span<const FileSocket> socketsAt(const BoundFile &file) const;
    /// Accepted connections, also those that outlive their listener.
    [[nodiscard]] quint32 clientsAt(const BoundFile &file) const;
    /// They themselves, the oldest first.
    [[nodiscard]] std::span<const AcceptedSocket> acceptedAt(const BoundFile &file) const;

    struct Unread {
        std::optional<quint64> byServer; ///< bytes, over all connections
        std::optional<quint64> byClient; ///< nothing where some client is in another network namespace
    };
    /// Nothing at all without Detail::Unread.
    [[nodiscard]] Unread unreadAt(const BoundFile &file) const;
    /// Bytes that wait in the socket of this inode; nothing for one that is not in the table.
    [[nodiscard]] std::optional<quint32> unreadIn(quint32 inode) const;
    /// The inodes of both ends of all connections to files, and of clients that wait; sorted, each once.
    [[nodiscard]] std::vector<quint32> connectionInodes() const;

    /// All, sorted by file.
    [[nodiscard]] const std::vector<AcceptedSocket> &accepted() const { return m_accepted; }

private:
    struct Queue {
        quint32 inode = 0;
        quint32 unread = 0;
        friend constexpr auto operator<=>(const Queue &, const Queue &) = default;
    };
    Detail m_detail = Detail::Files;
    std::vector<FileSocket> m_sockets; ///< sorted by file
    std::vector<AcceptedSocket> m_accepted; ///< sorted
    std::vector<Queue> m_queues; ///< of connected sockets, sorted; only with Detail::Unread
};

/// The files at which the two differ: another socket, other clients, other queues. Sorted, each once.
[[nodiscard]] std::vector<BoundFile> changedFiles(const SocketTable &before, const SocketTable &after);

} // namespace pipeglass::catalog
