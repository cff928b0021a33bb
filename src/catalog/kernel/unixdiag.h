// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace pipeglass::catalog {

/// The file a socket is bound to, in the kernel's words: the low 32 bits of the inode, and the device in the kernel's
/// encoding (mounttable.h). A file lives as long as a socket is bound to it, so no two of one moment share both.
struct BoundFile {
    quint32 device = 0;
    quint32 inode = 0;

    friend constexpr auto operator<=>(const BoundFile &, const BoundFile &) = default;
};

/// One Unix socket as sock_diag tells it. What was not asked for, or does not apply, is nothing.
struct DiagSocket {
    quint32 inode = 0; ///< 0 for one that waits to be accepted
    quint64 cookie = 0; ///< never used twice while the machine runs
    quint8 type = 0; ///< SOCK_STREAM, ...
    quint8 state = 0; ///< TCP_LISTEN, TCP_ESTABLISHED or TCP_CLOSE
    std::optional<BoundFile> file; ///< of an accepted socket: its listener's
    std::optional<quint32> peer; ///< the other end's inode
    /// Of a listener: clients that wait, and the most that may. Of another: bytes not yet read by it, and by its peer.
    std::optional<quint32> receiveQueue;
    std::optional<quint32> sendQueue;
    std::optional<quint32> uid;
    quint8 shutdown = 0; ///< bit 0: shut down for reading, bit 1: for writing; comes with every answer
    QByteArray name; ///< as given to bind(): stale after a rename; begins with NUL for an abstract one
    std::vector<quint32> waitingPeers; ///< of a listener: the inodes of the clients that wait
};

struct DiagParse {
    enum Outcome {
        More, ///< the dump goes on
        Done, ///< the end of a dump
        Refused, ///< the kernel's error is in `error`
        Broken, ///< no netlink messages
    };
    Outcome outcome = More;
    int error = 0; ///< an errno, positive
};

/// What came out of one recv() of a NETLINK_SOCK_DIAG socket: calls `visit` for each socket. Pure, any bytes; they must
/// be aligned to 4. Messages whose sequence number is not `sequence` are skipped: leftovers of an earlier question. The
/// visited value is valid during the call.
[[nodiscard]] DiagParse
parseDiag(std::span<const char> bytes, quint32 sequence, const std::function<void(const DiagSocket &)> &visit);

} // namespace pipeglass::catalog
