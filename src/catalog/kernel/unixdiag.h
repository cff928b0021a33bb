// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <functional>
#include <optional>
#include <span>
#include <vector>

namespace pipeglass::catalog {

/// The file that a socket is bound to, as sock_diag reports it: low 32 bits of the inode, and the device in the
/// kernel's encoding (mounttable.h). Unique among the sockets of one moment.
struct BoundFile {
    quint32 device = 0;
    quint32 inode = 0;

    friend constexpr auto operator<=>(const BoundFile &, const BoundFile &) = default;
};

/// One Unix socket of a sock_diag reply. Optional members: not requested or not applicable.
struct DiagSocket {
    quint32 inode = 0; ///< 0 for a client that waits to be accepted
    quint64 cookie = 0; ///< never reused until reboot
    quint8 type = 0; ///< SOCK_STREAM, ...
    quint8 state = 0; ///< TCP_LISTEN, TCP_ESTABLISHED or TCP_CLOSE
    std::optional<BoundFile> file; ///< for an accepted socket: its listener's
    std::optional<quint32> peer; ///< inode of the other end
    /// For a listener: number of waiting clients, and its limit. Otherwise: bytes not yet read by it, and by its peer.
    std::optional<quint32> receiveQueue;
    std::optional<quint32> sendQueue;
    std::optional<quint32> uid;
    quint8 shutdown = 0; ///< bit 0: shut down for reading, bit 1: for writing; always present
    QByteArray name; ///< as passed to bind(): outdated after a rename; begins with NUL for an abstract one
    std::vector<quint32> waitingPeers; ///< for a listener: inodes of the waiting clients
};

struct DiagParse {
    enum Outcome {
        More, ///< more messages follow
        Done, ///< end of the dump
        Refused, ///< `error` is the kernel's error
        Broken, ///< not netlink messages
    };
    Outcome outcome = More;
    int error = 0; ///< an errno, positive
};

/// Calls `visit` for each socket in the bytes of one recv() from a NETLINK_SOCK_DIAG socket. Pure, any bytes, aligned
/// to 4. Messages with another sequence number are skipped (left from an earlier request). The value is valid during
/// the call only.
[[nodiscard]] DiagParse
parseDiag(std::span<const char> bytes, quint32 sequence, const std::function<void(const DiagSocket &)> &visit);

} // namespace pipeglass::catalog
