// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/files/fileid.h"
#include "core/files/filemode.h"
#include "core/system/process.h"

#include <QList>
#include <QMetaType>

#include <memory>
#include <optional>
#include <vector>

namespace pipeglass::catalog {

enum class FileKind { Socket, Fifo, Other };
enum class SocketType { None, Stream, SeqPacket, Datagram };
/// Listening: a server accepts clients (includes bound datagram sockets). Bound: a server between bind() and listen().
/// ShutDown: a listener that was shut down for reading; it stays bound, and the kernel refuses every client. Stale: no
/// socket is bound to the file. Unknown: not a socket, or see UnknownReason. Orphaned: a listener whose file name no
/// longer exists in its directory. TakenOver: a listener whose path leads to another process's socket.
enum class PipeState { Listening, Bound, Stale, Unknown, Orphaned, TakenOver, ShutDown };

/// Why a state is Unknown.
enum class UnknownReason {
    None, ///< the state is known, or the file is not a socket
    NotPermitted, ///< the kernel does not tell without write permission
    ServerHidden, ///< a socket is bound, in a network or process namespace that is not visible from here
    ForeignFileSystem, ///< the server may be on another machine or side of the mount: FUSE, network, or not known to be
                       ///< local
    Overlay, ///< in an overlay or one of its layers: the server may use the other path
    SharedInode, ///< several files of the file system have this inode number, and no socket's path tells which one is
                 ///< bound
    KernelSilent, ///< the kernel does not list its sockets
    Replaced, ///< another file had this name at each check
    HolderHidden, ///< whether the same process has the name now is not visible
};

/// The state of the socket behind a file.
struct Liveness {
    PipeState state = PipeState::Unknown;
    UnknownReason unknownReason = UnknownReason::None;
    SocketType socketType = SocketType::None;
    quint32 socketInode = 0; ///< of the listener or the bound socket; 0: unknown
    quint64 socketCookie = 0;
    std::optional<quint32> clients = {}; ///< accepted connections
    std::optional<quint32> waiting = {}; ///< connected, not yet accepted
    std::optional<quint32> backlog = {}; ///< maximum number of waiting clients
    /// Unread bytes of all accepted connections; nullopt: unknown, or not requested (ScanOptions::detail).
    std::optional<quint64> unreadByServer = {};
    std::optional<quint64> unreadByClient = {};

    friend bool operator==(const Liveness &, const Liveness &) = default;
};

/// A file in a watched directory, a listener without a file, or an abstract socket, at one moment. A value.
struct PipeEntry : Liveness {
    QByteArray directory; ///< raw bytes, no trailing slash (except "/"); empty for an abstract socket
    QByteArray fileName; ///< raw bytes: "CoreFxPipe_pipe_test1"; "@NAME" for an abstract socket
    FileIdentity file;
    FileKind kind = FileKind::Other;

    uid_t uid = 0;
    gid_t gid = 0;
    QString owner;
    QString group;
    FileMode mode;
    /// The value of the extended attribute system.posix_acl_access; empty if there is none. Not read if neither group
    /// nor others have write permission: an ACL has no effect then.
    QByteArray accessList;
    Timestamp modified;
    Timestamp changed;

    /// Processes that hold the listener. nullopt: not permitted to see. Empty: stale.
    std::optional<QList<ProcessInfo>> server;

    /// For a taken-over listener: a process that has the name now; for that process's row: the process it was taken
    /// from. nullopt: does not apply, or is not visible.
    std::optional<pid_t> takenOverBy;
    std::optional<pid_t> tookOverFrom;
    /// The process of a tap between clients and `server`; 0: not visible. nullopt: not tapped.
    std::optional<pid_t> tappedBy;
    /// The mount namespace of the file ("foo.service", "docker 0123456789ab", "app 42"); empty for our own. In another
    /// one, `directory` begins with /proc/PID/root, so it can be opened from here.
    QString namespaceLabel;
    bool hasFile = true;
    QByteArray endpoint; ///< id of the recognized endpoint (see endpoints::findEndpoint); empty: not recognized
    bool endpointIsCertain = true; ///< false: only the name matches, not the holder

    /// Whether the file is gone: mode, group and times are unknown then, and `file` is what the kernel reports for the
    /// socket.
    [[nodiscard]] bool isLost() const { return !hasFile && !isAbstract(); }

    /// A socket of the abstract namespace has no file, owner or permissions.
    [[nodiscard]] bool isAbstract() const { return directory.isEmpty() && fileName.startsWith('@'); }

    [[nodiscard]] QByteArray path() const; ///< the fileName for an abstract socket
    /// The name that a .NET program uses: without "CoreFxPipe_", or the file name if it has no such prefix.
    [[nodiscard]] QByteArray name() const;

    friend bool operator==(const PipeEntry &, const PipeEntry &) = default;
};

using PipeEntryPtr = std::shared_ptr<const PipeEntry>;

/// The words in JSON: "socket"/"fifo"/"other", "stream"/"seqpacket"/"dgram" (empty for None),
/// "listening"/"bound"/"stale"/"unknown"/"orphaned"/"taken-over"/"shut-down".
[[nodiscard]] QLatin1String word(FileKind kind);
[[nodiscard]] QLatin1String word(SocketType type);
[[nodiscard]] QLatin1String word(PipeState state);
/// "not-permitted", "server-hidden", "file-system", "overlay", "same-inode", "kernel-silent", "replaced",
/// "holder-hidden"; empty for None.
[[nodiscard]] QLatin1String word(UnknownReason reason);

} // namespace pipeglass::catalog

Q_DECLARE_METATYPE(pipeglass::catalog::PipeEntryPtr)
