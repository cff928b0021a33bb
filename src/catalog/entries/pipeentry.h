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
/// Listening: somebody accepts (a bound datagram socket counts). Bound: a server between bind() and listen().
/// ShutDown: a listener that was shut down for reading; it stays bound, and the kernel refuses every client.
/// Stale: a file with provably nobody behind it. Unknown: no socket, or what cannot be ruled out. Orphaned: a listener
/// whose name is gone from where it was bound, so that nobody can reach it any more, unless it was moved to a directory
/// that is not looked at. TakenOver: a listener whose path leads to another process's socket now.
enum class PipeState { Listening, Bound, Stale, Unknown, Orphaned, TakenOver, ShutDown };

/// Why a state is Unknown.
enum class UnknownReason {
    None, ///< it is known, or the file is no socket
    NotPermitted, ///< without write permission the kernel does not tell
    ServerHidden, ///< a socket is bound, in a network or process namespace that cannot be seen from here
    ForeignFileSystem, ///< the server may be on the other side of the file system: FUSE, network, not known to be local
    Overlay, ///< the file is in an overlay or in a layer of one: the server may see it through the other
    SharedInode, ///< several files of the file system have this inode number, and no socket's path tells which is whose
    KernelSilent, ///< the kernel does not tell of sockets
    Replaced, ///< the name led to one file after another while it was looked at
    HolderHidden, ///< whether the same process has the name now cannot be seen
};

/// What is known of the socket behind a file.
struct Liveness {
    PipeState state = PipeState::Unknown;
    UnknownReason unknownReason = UnknownReason::None;
    SocketType socketType = SocketType::None;
    quint32 socketInode = 0; ///< of the listener (or the bound socket); 0 where none is known
    quint64 socketCookie = 0;
    std::optional<quint32> clients = {}; ///< accepted connections
    std::optional<quint32> waiting = {}; ///< connected, not yet accepted
    std::optional<quint32> backlog = {}; ///< the most that may wait
    /// Bytes not read yet, over all accepted connections; nothing where that was not asked for (ScanOptions::detail) or
    /// cannot be known.
    std::optional<quint64> unreadByServer = {};
    std::optional<quint64> unreadByClient = {};

    friend bool operator==(const Liveness &, const Liveness &) = default;
};

/// One file of a watched directory, a listener that has none any more, or an abstract socket, as seen at one moment. A
/// value: compare, copy, send across threads.
struct PipeEntry : Liveness {
    QByteArray directory; ///< raw bytes, no slash at the end (but "/"); empty for an abstract socket
    QByteArray fileName; ///< raw bytes: "CoreFxPipe_pipe_test1"; "@NAME" for an abstract socket
    FileIdentity file;
    FileKind kind = FileKind::Other;

    uid_t uid = 0;
    gid_t gid = 0;
    QString owner;
    QString group;
    FileMode mode;
    /// The value of the attribute system.posix_acl_access; empty where there is none. Not read where neither group nor
    /// others may write, so that it makes no difference.
    QByteArray accessList;
    Timestamp modified;
    Timestamp changed;

    /// Who holds the listener; nothing where it may not be seen ("held by another user's process"). Empty for a stale
    /// one.
    std::optional<QList<ProcessInfo>> server;

    /// Of a taken-over listener: a process that has the name now. Of that one's row: the process it took it from.
    /// Nothing where it does not apply or cannot be seen.
    std::optional<pid_t> takenOverBy;
    std::optional<pid_t> tookOverFrom;
    /// Whose mount namespace the file is in ("foo.service", "docker 0123456789ab", "app 42"); empty in our own. There
    /// `directory` begins with /proc/PID/root, and so leads to the file from here.
    QString namespaceLabel;
    bool hasFile = true;
    QByteArray endpoint; ///< id of what it is known to be (endpoints::findEndpoint tells the rest); empty: not known
    bool endpointIsCertain = true; ///< the holder fits too, not only the name

    /// Whether there is no file any more: then mode, group and times are not known, and `file` is what the kernel still
    /// says of it.
    [[nodiscard]] bool isLost() const { return !hasFile && !isAbstract(); }

    /// A socket of the abstract namespace: no file, no owner, no permissions.
    [[nodiscard]] bool isAbstract() const { return directory.isEmpty() && fileName.startsWith('@'); }

    [[nodiscard]] QByteArray path() const; ///< of an abstract socket: its fileName
    /// The name a .NET program uses: without "CoreFxPipe_"; the file name itself where it has no such prefix.
    [[nodiscard]] QByteArray name() const;

    friend bool operator==(const PipeEntry &, const PipeEntry &) = default;
};

using PipeEntryPtr = std::shared_ptr<const PipeEntry>;

/// The words of the JSON contract: "socket"/"fifo"/"other", "stream"/"seqpacket"/"dgram" (empty for None),
/// "listening"/"bound"/"stale"/"unknown"/"orphaned"/"taken-over"/"shut-down".
[[nodiscard]] QLatin1String word(FileKind kind);
[[nodiscard]] QLatin1String word(SocketType type);
[[nodiscard]] QLatin1String word(PipeState state);
/// "not-permitted", "server-hidden", "file-system", "overlay", "same-inode", "kernel-silent", "replaced",
/// "holder-hidden"; empty for None.
[[nodiscard]] QLatin1String word(UnknownReason reason);

} // namespace pipeglass::catalog

Q_DECLARE_METATYPE(pipeglass::catalog::PipeEntryPtr)
