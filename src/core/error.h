// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

namespace pipeglass {

/// What went wrong, for programs. errortext.h makes the text for people; cli/exitcode.h maps these to exit codes.
enum class ErrorCode {
    InvalidArgument, ///< an invalid value; without a `subject`, `detail` is the sentence
    InvalidName, ///< no pipe can have this name
    PathTooLong, ///< the path of a socket is longer than 107 bytes
    Ambiguous, ///< several pipes match; `detail` lists them
    NoSuchPipe, ///< no pipe has this name; `detail` holds sentences with suggestions
    NoSuchFile, ///< no such file or directory, apart from pipes
    FileTooLarge, ///< a file is larger than the `detail` bytes that are read
    FileExists, ///< a file has this name already; nothing is overwritten
    DanglingLink, ///< the target of a symbolic link is missing; `detail` is the text of the link
    NotASocket, ///< a file, link or FIFO has this name
    WrongSocketType, ///< a socket, but not a stream
    PermissionDenied, ///< to connect to a pipe, or to search a directory above it
    AccessDenied, ///< to any other file, or a system call that is not permitted
    CreationDenied, ///< no file can be created at this path
    NoSuchDirectory,
    NobodyListening, ///< a socket file without a listener
    ServerElsewhere, ///< refused, and the server may be on the other side of the mount (FUSE, network, overlay)
    NotListening, ///< a process holds the socket but does not listen on it
    ListenerShutDown, ///< a listener that was shut down: the kernel refuses every client
    NameLost, ///< nobody listens on the file, but `detail` still listens under its old name
    FileMountReplaced, ///< a mount of one file that was deleted; `detail` is its root in mountinfo
    BacklogFull, ///< `detail` clients wait to be accepted, and no more fit
    InUse, ///< a live listener has this name already
    StaleSocket, ///< a stale socket file has this name, and replacing it was not requested
    ForeignSocket, ///< a stale socket file of another user has this name
    Replaced, ///< the file is no longer the one that was examined
    TimedOut,
    PeerClosed, ///< the other side closed the connection before the expected data arrived
    QueueFull, ///< the other side does not read; nothing more is queued
    MessageTooLarge,
    MessageNotEncodable, ///< the framing cannot carry this payload; `detail` says why
    OutOfDescriptors,
    DiskFull,
    RecordingFull, ///< the limit of a recording is reached
    RecordDeleted, ///< a message of a recording whose oldest files were deleted
    RecordingInUse, ///< another program writes to this recording, or it is damaged at its end
    NotARecording, ///< the file is not a recording of Pipeglass
    Unsupported,
    UnknownAccount, ///< no user or group has this name
    UnknownProcess, ///< no process has this number
    ChangeNotPermitted, ///< only the owner or root may change who can connect
    ReadOnlyFileSystem,
    AclUnsupported, ///< the file system does not support access control lists
    NothingToUndo, ///< the journal has no such change to undo
    ChangedSince, ///< the file was changed by somebody else since; `detail` is its current state
    HelperFailed, ///< pipeglass-access-helper could not be started or was not authorized; `detail` says why
    LeftAlive, ///< a process holds the socket that was to be deleted
    LeftUnknown, ///< whether a process holds it is unknown
    DeletionDenied, ///< deleting it needs the rights of its owner or of root
    TraceDenied, ///< no permission to trace the holder of a socket, so its unread bytes cannot be read
    PeekNoticed, ///< the owner reads with SO_PEEK_OFF and would notice a peek
    NotAccepted, ///< no process has accepted this client yet, so none has a descriptor of the receiving socket
    SocketGone, ///< a socket or pipe was closed, or its process ended, before it could be examined
    TapNotPermitted, ///< not permitted to replace this socket by one of ours
    TappedAlready, ///< the name leads to a socket of a tap, or a tap of it is starting
    TapUnwatched, ///< no process gives the name back if the tap is killed
    TapOtherUser, ///< the server sees our user instead of its clients'
    NoSpareSocket, ///< no socket of ours is ready to replace it
    PipeNotTapped, ///< connections to a pipe of a started program are not seen; `detail` says why
    ProgramNotFound, ///< no file has the name of the program to start
    ProgramNotExecutable,
    RunUnwatched, ///< no process answers the calls of its descendants when we are gone
    NestedRun, ///< this process was started by a `run`, and another one is not possible within
    InterceptionUnsupported, ///< the kernel, or a sandbox, does not report the calls of programs that we start
    Interrupted,
    DirectoryUnreadable, ///< a directory whose pipes cannot be listed
    SocketsUnknown, ///< the kernel does not list its sockets, so no state is known
    NotWatched, ///< no inotify watch for this directory; it is read again periodically
    System, ///< any other failed system call; see `systemError`
};

/// An error as a value. `subject` is the path or name concerned, as raw bytes: names need not be valid text.
struct Error {
    ErrorCode code = ErrorCode::System;
    int systemError = 0; ///< errno where a system call failed, else 0
    QByteArray subject;
    QString detail;

    friend bool operator==(const Error &, const Error &) = default;
};

/// The error for a failed system call. For opening or connecting to a pipe by name use pipeError().
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

/// The error for a system call that was to create a file.
[[nodiscard]] inline Error creationError(int number, const QByteArray &path, const QString &detail = {})
{
    Error error = systemError(number, path, detail);
    if (error.code == ErrorCode::AccessDenied)
        error.code = ErrorCode::CreationDenied;
    return error;
}

/// The error for a system call that was to open or connect to a pipe by name.
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
