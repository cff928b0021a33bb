// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/unixdiag.h"
#include "core/result.h"

#include <memory>

struct mnl_socket;

namespace pipeglass::catalog {

/// Asks the kernel for the Unix sockets of one network namespace: that of the thread which opens this. Looking changes
/// nothing and wakes nobody. One thread at a time, not necessarily the one that opened it.
class SocketDiag {
public:
    /// What to tell of each socket, beside what comes anyway.
    enum Show : quint32 { Name = 1, File = 2, Peer = 4, WaitingPeers = 8, Queues = 16, Uid = 64 };
    enum States : quint32 { Listening = 1U << 10U, Bound = 1U << 7U, All = 0xffffffffU };

    [[nodiscard]] static Result<SocketDiag> open();

    /// Calls `visit` for each socket there is. While sockets come and go one can be told twice, and, rarely, one
    /// that was there all the time not at all: whoever says "there is none" asks twice.
    [[nodiscard]] Status dump(quint32 show, quint32 states, const std::function<void(const DiagSocket &)> &visit);

    /// One socket that is known already; nothing when it is gone.
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
