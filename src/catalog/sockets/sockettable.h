// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "catalog/kernel/socketdiag.h"

#include <map>
#include <span>

namespace pipeglass::catalog {

/// The socket behind a file.
struct FileSocket {
    BoundFile file;
    quint32 inode = 0;
    quint64 cookie = 0;
    SocketType type = SocketType::None;
    PipeState state = PipeState::Unknown; ///< Listening, Bound or ShutDown
    quint32 waiting = 0; ///< for a listener
    quint32 backlog = 0;
    QByteArray name; ///< as passed to bind()
    std::optional<quint32> uid; ///< of the creator of the socket; not from older kernels
    std::vector<quint32> waitingPeers; ///< with Detail::Connections: inodes of the waiting clients
    quint32 network = 0; ///< inode of its network namespace; 0: our own
    /// Connections were accepted in network namespaces that may not be entered: their number is unknown.
    bool hasUnseenClients = false;

    friend bool operator==(const FileSocket &, const FileSocket &) = default;
};

/// The server's end of a connection. It keeps its listener's file, even if the listener is closed.
struct AcceptedSocket {
    BoundFile file;
    quint64 cookie = 0;
    quint32 inode = 0;
    quint32 peer = 0; ///< inode of the client's socket; 0: unknown
    quint32 unread = 0; ///< unread bytes
    std::optional<quint32> peerUnread; ///< unread bytes of the client's socket; nullopt: closed or not visible

    friend constexpr auto operator<=>(const AcceptedSocket &, const AcceptedSocket &) = default;
};

/// What to ask the kernel for; each level is more expensive than the one before.
enum class Detail {
    Files, ///< sockets bound to files, and their number of connections
    Unread, ///< and the unread bytes at both ends of each connection
    Connections, ///< and the waiting clients
};

/// All sockets that have a file, at one moment, of one or more network namespaces. Immutable after finish().
class SocketTable {
public:
    explicit SocketTable(Detail detail = Detail::Files, bool withAbstract = false)
        : m_detail(detail)
        , m_withAbstract(withAbstract)
    {
    }

    /// Adds the sockets of one namespace; call finish() after the last one. An accepted socket is in its client's
    /// namespace, which may differ from its listener's.
    [[nodiscard]] Status addAll(SocketDiag &diag, quint32 network = 0);
    void add(const DiagSocket &socket, quint32 network = 0);
    /// Counts connections to the listener of this name that cannot be listed.
    void addUnseen(QByteArray name) { m_unseen.push_back(std::move(name)); }
    void finish();

    /// All sockets bound to a file, sorted by file.
    [[nodiscard]] const std::vector<FileSocket> &sockets() const { return m_sockets; }

    [[nodiscard]] const FileSocket *at(const BoundFile &file) const;
    /// More than one only if an inode was reused while the table was read.
    [[nodiscard]] std::span<const FileSocket> socketsAt(const BoundFile &file) const;
    /// Number of accepted connections, including those whose listener is closed.
    [[nodiscard]] quint32 clientsAt(const BoundFile &file) const;
    /// The accepted sockets, oldest first.
    [[nodiscard]] std::span<const AcceptedSocket> acceptedAt(const BoundFile &file) const;

    struct Unread {
        std::optional<quint64> byServer; ///< sum over all connections
        std::optional<quint64> byClient; ///< nullopt if some client is closed or not visible
    };
    /// Empty without Detail::Unread.
    [[nodiscard]] Unread unreadAt(const BoundFile &file) const;
    /// Unread bytes in the socket of this inode; nullopt if it is not in the table.
    [[nodiscard]] std::optional<quint32> unreadIn(quint32 inode) const;
    /// Inodes of both ends of all connections to files, and of waiting clients; sorted, without duplicates.
    [[nodiscard]] std::vector<quint32> connectionInodes() const;

    /// Listening abstract sockets of our own network namespace, sorted by name; only with withAbstract.
    [[nodiscard]] const std::vector<FileSocket> &abstractSockets() const { return m_abstract; }
    /// Number of accepted connections to the abstract name (with its leading NUL).
    [[nodiscard]] quint32 clientsOf(const QByteArray &abstractName) const;

    /// All accepted sockets, sorted by file.
    [[nodiscard]] const std::vector<AcceptedSocket> &accepted() const { return m_accepted; }

private:
    struct Queue {
        quint32 inode = 0;
        quint32 unread = 0;
        friend constexpr auto operator<=>(const Queue &, const Queue &) = default;
    };
    void addAbstract(const DiagSocket &socket);
    void markUnseen();

    Detail m_detail;
    bool m_withAbstract;
    std::vector<FileSocket> m_abstract; ///< sorted by name
    std::map<QByteArray, quint32> m_abstractClients; ///< by name
    std::vector<FileSocket> m_sockets; ///< sorted by file
    std::vector<AcceptedSocket> m_accepted; ///< sorted
    std::vector<Queue> m_queues; ///< connected sockets, sorted; only with Detail::Unread
    std::vector<QByteArray> m_unseen; ///< names of listeners
};

/// The files at which two tables differ in sockets, clients or queues. Sorted, without duplicates.
[[nodiscard]] std::vector<BoundFile> changedFiles(const SocketTable &before, const SocketTable &after);

} // namespace pipeglass::catalog
