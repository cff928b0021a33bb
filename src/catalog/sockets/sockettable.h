// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "catalog/kernel/socketdiag.h"

#include <map>
#include <span>

namespace pipeglass::catalog {

/// The socket that a file leads to.
struct FileSocket {
    BoundFile file;
    quint32 inode = 0;
    quint64 cookie = 0;
    SocketType type = SocketType::None;
    PipeState state = PipeState::Unknown; ///< Listening, Bound or ShutDown
    quint32 waiting = 0; ///< of a listener
    quint32 backlog = 0;
    QByteArray name; ///< as given to bind()
    std::optional<quint32> uid; ///< of whoever made the socket; later kernels tell
    std::vector<quint32> waitingPeers; ///< Detail::Connections: the inodes of the clients that wait
    quint32 network = 0; ///< the inode of the network namespace that it is in; 0: our own
    /// Connections to it were accepted in network namespaces that may not be entered: how many cannot be known.
    bool hasUnseenClients = false;

    friend bool operator==(const FileSocket &, const FileSocket &) = default;
};

/// The server's end of a connection. It keeps its listener's file, also when that is closed.
struct AcceptedSocket {
    BoundFile file;
    quint64 cookie = 0;
    quint32 inode = 0;
    quint32 peer = 0; ///< the client's socket; 0: not known
    quint32 unread = 0; ///< bytes that wait in it
    std::optional<quint32> peerUnread; ///< and in the client's; nothing where that is gone or not seen

    friend constexpr auto operator<=>(const AcceptedSocket &, const AcceptedSocket &) = default;
};

/// What is asked of the kernel; each costs it more than the one before.
enum class Detail {
    Files, ///< who answers at a file, and how many connections it has
    Unread, ///< and the bytes not read yet at both ends of each
    Connections, ///< and who the clients are that wait
};

/// All sockets that have a file, at one moment, of one network namespace or of several: who answers at a file, and how
/// many connections were accepted there. Build once, then ask.
class SocketTable {
public:
    explicit SocketTable(Detail detail = Detail::Files, bool withAbstract = false)
        : m_detail(detail)
        , m_withAbstract(withAbstract)
    {
    }

    /// Fills the table, namespace after namespace; finish() comes last. An accepted socket is in its client's
    /// namespace, which need not be its listener's.
    [[nodiscard]] Status addAll(SocketDiag &diag, quint32 network = 0);
    void add(const DiagSocket &socket, quint32 network = 0);
    /// Connections that cannot be added: to the listener of this name.
    void addUnseen(QByteArray name) { m_unseen.push_back(std::move(name)); }
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
        std::optional<quint64> byClient; ///< nothing where some client is gone or not seen
    };
    /// Nothing at all without Detail::Unread.
    [[nodiscard]] Unread unreadAt(const BoundFile &file) const;
    /// Bytes that wait in the socket of this inode; nothing for one that is not in the table.
    [[nodiscard]] std::optional<quint32> unreadIn(quint32 inode) const;
    /// The inodes of both ends of all connections to files, and of clients that wait; sorted, each once.
    [[nodiscard]] std::vector<quint32> connectionInodes() const;

    /// Listening abstract sockets of our own network namespace, sorted by name; with withAbstract only. They have no
    /// file.
    [[nodiscard]] const std::vector<FileSocket> &abstractSockets() const { return m_abstract; }
    /// Accepted connections to the abstract name (with its leading NUL).
    [[nodiscard]] quint32 clientsOf(const QByteArray &abstractName) const;

    /// All, sorted by file.
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
    std::vector<Queue> m_queues; ///< of connected sockets, sorted; only with Detail::Unread
    std::vector<QByteArray> m_unseen; ///< names of listeners
};

/// The files at which the two differ: another socket, other clients, other queues. Sorted, each once.
[[nodiscard]] std::vector<BoundFile> changedFiles(const SocketTable &before, const SocketTable &after);

} // namespace pipeglass::catalog
