// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass {

/// What went wrong, in terms a program can act on. The words for people are made in errortext.h and nowhere else;
/// the command maps these to its exit codes (cli/exitcode.h).
enum class ErrorCode {
    InvalidArgument, ///< a value that makes no sense where it was given; without a `subject`, `detail` is the sentence
    InvalidName, ///< no pipe can have this name
    PathTooLong, ///< a socket's path holds 107 bytes at most
    Ambiguous, ///< several pipes match; `detail` lists them
    NoSuchPipe, ///< no pipe has this name; `detail` holds sentences on what may be meant
    NoSuchFile, ///< nor any other file or directory, or one above it is missing
    FileExists, ///< something has the name that was to be given; nothing is overwritten
    DanglingLink, ///< a symbolic link to something that is not there; `detail` is the text of the link
    NotASocket, ///< a file, link or FIFO has this name
    WrongSocketType, ///< a socket, but not a stream
    PermissionDenied, ///< to connect to a pipe, or to reach it
    AccessDenied, ///< to any other file, or the system call is not permitted
    CreationDenied, ///< nothing can be made at this path
    NoSuchDirectory,
    NobodyListening, ///< a socket file without a listener
    ServerElsewhere, ///< refused, and the server may be on the other side of the file system (FUSE, network, overlay)
    NotListening, ///< a server has the socket but does not listen on it, not yet or never
    ListenerShutDown, ///< a listener that was shut down: the kernel refuses every client
    NameLost, ///< nobody is behind the file, but `detail` still listens under its name
    FileMountReplaced, ///< a mount of one file that was deleted; `detail` is its root in mountinfo
    BacklogFull, ///< `detail` clients wait to be accepted, and no more fit
    InUse, ///< a live listener has this name already
    StaleSocket, ///< a dead socket file has this name, and replacing it was not asked for
    ForeignSocket, ///< a dead socket file of another user has this name
    Replaced, ///< the file is not the one the caller was looking at any more
    TimedOut,
    PeerClosed, ///< the other side ended the link before what was expected had come
    QueueFull, ///< the other side does not read; nothing more is queued for it
    MessageTooLarge,
    MessageNotEncodable, ///< the framing cannot carry this payload; `detail` says why
    OutOfDescriptors,
    DiskFull,
    NotARecording, ///< the file is no recording of ours
    Unsupported,
    UnknownAccount, ///< no user or group has this name
    UnknownProcess, ///< no process has this number
    ChangeNotPermitted, ///< only the owner or root may change who can connect
    ReadOnlyFileSystem,
    AclUnsupported, ///< the file system keeps no access control lists
    NothingToUndo, ///< no change in the journal, or not this one, is left to take back
    ChangedSince, ///< by somebody else than the one who undoes; `detail` is what it is now
    HelperFailed, ///< pipeglass-access-helper could not be started or was not allowed; `detail` says why
    LeftAlive, ///< somebody is behind a socket that was to be deleted
    LeftUnknown, ///< whether somebody is behind it cannot be told
    DeletionDenied, ///< deleting it takes its owner's or root's rights
    TraceDenied, ///< the holder of a socket may not be traced, so what waits in it cannot be read
    PeekNoticed, ///< the owner reads with SO_PEEK_OFF and would notice a peek
    NotAccepted, ///< a client waits to be accepted: no process has a descriptor of the socket that it writes to
    SocketGone, ///< a socket or pipe was closed, or its process ended, before it could be looked at
    TapNotPermitted, ///< a socket of ours may not take the place of this one
    NoSpareSocket, ///< none of ours is ready to take its place
    Interrupted,
    DirectoryUnreadable, ///< a directory whose pipes cannot be listed
    SocketsUnknown, ///< the kernel does not say which sockets there are, so no state can be told
    NotWatched, ///< no notice of changes in this directory can be had; it is read again at times instead
    System, ///< a system call failed in a way that no code above names; see `systemError`
};

/// An error as a value. `subject` is what it is about (a path, a name) as raw bytes, because names need not be text.
struct Error {
    ErrorCode code = ErrorCode::System;
    int systemError = 0; ///< errno where a system call failed, else 0
    QByteArray subject;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The error for a failed system call: the errno decides the code where the two agree in meaning. For a call that was
/// to open or dial a pipe by its name there is pipeError().
[[nodiscard]] inline Error systemError(int number, const QByteArray &subject, const QString &detail = {})
{
    // The numbers are those of Linux's errno; <cerrno> stays out of a header that everybody includes.
    constexpr int noEntry = 2;
    constexpr int noAccess = 13;
    constexpr int exists = 17;
    constexpr int notPermitted = 1;
    constexpr int tooManyHere = 24;
    constexpr int tooManyAll = 23;
    constexpr int noSpace = 28;
    ErrorCode code = ErrorCode::System;
    if (number == noEntry)
        code = ErrorCode::NoSuchFile;
    else if (number == noAccess || number == notPermitted)
        code = ErrorCode::AccessDenied;
    else if (number == exists)
        code = ErrorCode::FileExists;
    else if (number == tooManyHere || number == tooManyAll)
        code = ErrorCode::OutOfDescriptors;
    else if (number == noSpace)
        code = ErrorCode::DiskFull;
    return { code, number, subject, detail };
}

/// The same for one that was to make something at a path.
[[nodiscard]] inline Error creationError(int number, const QByteArray &path, const QString &detail = {})
{
    Error error = systemError(number, path, detail);
    if (error.code == ErrorCode::AccessDenied)
        error.code = ErrorCode::CreationDenied;
    return error;
}

/// The same for one that was to open or dial a pipe by its name.
[[nodiscard]] inline Error pipeError(int number, const QByteArray &name, const QString &detail = {})
{
    Error error = systemError(number, name, detail);
    if (error.code == ErrorCode::NoSuchFile)
        error.code = ErrorCode::NoSuchPipe;
    else if (error.code == ErrorCode::AccessDenied)
        error.code = ErrorCode::PermissionDenied;
    return error;
}

} // namespace pipeglass
