// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/unixdiag.h"
#include "core/result.h"

#include <memory>

struct mnl_socket;

namespace pipeglass::catalog {

/// Queries the Unix sockets of one network namespace with sock_diag: that of the thread which calls open(). Read-only.
/// One thread at a time, not necessarily the one that opened it.
class SocketDiag {
public:
    /// Attributes to request.
    enum Show : quint32 { Name = 1, File = 2, Peer = 4, WaitingPeers = 8, Queues = 16, Uid = 64 };
    enum States : quint32 { Listening = 1U << 10U, Bound = 1U << 7U, All = 0xffffffffU };

    [[nodiscard]] static Result<SocketDiag> open();

    /// Calls `visit` for each socket. While sockets come and go, one can be reported twice, or, rarely, an existing one
    /// not at all: repeat the dump before concluding that there is none.
    [[nodiscard]] Status dump(quint32 show, quint32 states, const std::function<void(const DiagSocket &)> &visit);

    /// One known socket; nullopt if it is gone.
    [[nodiscard]] Result<std::optional<DiagSocket>> ask(quint32 inode, quint64 cookie, quint32 show);

private:
    struct Close {
        void operator()(mnl_socket *socket) const;
    };
    explicit SocketDiag(mnl_socket *socket);
    Status send(quint16 flags, quint32 show, quint32 states, quint32 inode, quint64 cookie);
    Result<DiagParse> receive(const std::function<void(const DiagSocket &)> &visit);

    std::unique_ptr<mnl_socket, Close> m_socket;
    std::vector<char> m_buffer;
    quint32 m_sequence = 0;
};

} // namespace pipeglass::catalog
