// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"
#include "catalog/socketdiag.h"

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
};

/// All sockets of one network namespace that have a file, at one moment: who answers at a file, and how many
/// connections were accepted there. Build once, then ask.
class SocketTable {
public:
    [[nodiscard]] static Result<SocketTable> read(SocketDiag &diag);
    /// Only those of these files (sorted), and not their names: on a machine of many sockets a third of the time.
    [[nodiscard]] static Result<SocketTable> read(SocketDiag &diag, const std::vector<BoundFile> &files);

    /// What read() calls for each socket; public for tests.
    void add(const DiagSocket &socket);
    /// After the last add().
    void finish();

    /// All that are bound to a file, sorted by it.
    [[nodiscard]] const std::vector<FileSocket> &sockets() const { return m_sockets; }

    [[nodiscard]] const FileSocket *at(const BoundFile &file) const;
    /// Accepted connections, also those that outlive their listener.
    [[nodiscard]] quint32 clientsAt(const BoundFile &file) const;

private:
    struct Accepted {
        BoundFile file;
        quint64 cookie = 0;
        friend constexpr auto operator<=>(const Accepted &, const Accepted &) = default;
    };
    std::vector<FileSocket> m_sockets; ///< sorted by file
    std::vector<Accepted> m_accepted; ///< sorted
};

} // namespace pipeglass::catalog
