// SPDX-License-Identifier: MIT
#include "core/errortext.h"

#include "core/bytetext.h"

#include <QCoreApplication>
#include <QStringList>

#include <cstring>

namespace pipeglass {

namespace {

/// The context of the texts below for Qt Linguist.
class ErrorText {
    Q_DECLARE_TR_FUNCTIONS(ErrorText)
};

QString systemErrorText(int number) { return number == 0 ? QString() : QString::fromLocal8Bit(std::strerror(number)); }

/// Errors of asking or changing who may connect.
QString accessSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::UnknownAccount:
        return ErrorText::tr("There is no user or group \"%1\" on this system.");
    case ErrorCode::UnknownProcess:
        return ErrorText::tr("There is no process %1; it may have ended.");
    case ErrorCode::ChangeNotPermitted:
        return ErrorText::tr("Only the owner of \"%1\" or root may change who can connect to it. Nothing was changed.");
    case ErrorCode::ReadOnlyFileSystem:
        return ErrorText::tr("\"%1\" is on a read-only file system. Nothing was changed.");
    case ErrorCode::AclUnsupported:
        return ErrorText::tr("The file system of \"%1\" does not support access control lists, so single users and "
                             "groups cannot be named. "
                             "Use the owner, the group or everyone instead.");
    case ErrorCode::NothingToUndo:
        return ErrorText::tr("\"%1\": there is no such change to undo.");
    case ErrorCode::ChangedSince:
        return ErrorText::tr(
            "\"%1\" was changed again since, to %2; undoing the older change would revert that too. Nothing was "
            "changed.");
    default:
        return ErrorText::tr("\"%1\" was not changed: this needs root's rights, which were not granted.");
    }
}

/// Why a socket file was not deleted.
QString cleaningSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::LeftAlive:
        return ErrorText::tr("\"%1\" is alive: a process serves it, so it was not deleted.");
    case ErrorCode::LeftUnknown:
        return ErrorText::tr("Whether a process serves \"%1\" is unknown, so it was not deleted.");
    default:
        return ErrorText::tr("\"%1\" was not deleted: this needs the rights of its owner or of root.");
    }
}

/// Why unread bytes are not shown.
QString peekSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::TraceDenied:
        return ErrorText::tr(
            "The unread bytes of \"%1\" cannot be shown: this needs the right to trace the process that holds "
            "the socket, which its own user and root have.");
    case ErrorCode::PeekNoticed:
        return ErrorText::tr("The owner of this end of \"%1\" has set SO_PEEK_OFF and would notice a peek, so only the "
                             "number of bytes is shown.");
    case ErrorCode::NotAccepted:
        return ErrorText::tr(
            "The server of \"%1\" has not accepted this client yet; until then nobody can see what it has sent.");
    default:
        return ErrorText::tr("This end of \"%1\" was closed, or its process ended, before it could be read.");
    }
}

/// Why a pipe is not tapped.
QString tapSentence(ErrorCode code)
{
    if (code == ErrorCode::NoSpareSocket)
        return ErrorText::tr("No socket is ready to take the place of \"%1\". It is tried again in a moment.");
    if (code == ErrorCode::TappedAlready)
        return ErrorText::tr(
            "\"%1\" is tapped already, by another window or command of Pipeglass. Leave that tap first.");
    if (code == ErrorCode::TapUnwatched)
        return ErrorText::tr(
            "pipeglass-tap-watcher could not be started. If Pipeglass is killed while it taps \"%1\", run \"pipeglass "
            "repair\" to give the name back.");
    if (code == ErrorCode::TapOtherUser)
        return ErrorText::tr(
            "\"%1\" belongs to another user. Its server sees your user in place of its clients', and refuses it if it "
            "was made with CurrentUserOnly.");
    return ErrorText::tr(
        "\"%1\" cannot be tapped with your rights: another socket has to take its name, with the same owner, group "
        "and permissions, which only its owner or root can bring about. Run Pipeglass as one of them.");
}

/// Why a program is not started, or a pipe of it not tapped.
QString programSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::PipeNotTapped:
        return ErrorText::tr("Connections to \"%1\" are not shown: %2.");
    case ErrorCode::ProgramNotFound:
        return ErrorText::tr("\"%1\": there is no such program.");
    case ErrorCode::ProgramNotExecutable:
        return ErrorText::tr("\"%1\" cannot be executed: it is no program, or you have no permission to.");
    case ErrorCode::RunUnwatched:
        return ErrorText::tr(
            "pipeglass-program-watcher could not be started. If Pipeglass is killed, processes that \"%1\" started can "
            "connect to nothing any more, and \"pipeglass repair\" gives back the names of their pipes.");
    case ErrorCode::NestedRun:
        return ErrorText::tr(
            "\"%1\" is not started: this command runs under \"pipeglass run\", or in a sandbox that intercepts system "
            "calls in the same way, and the kernel permits only one of them. What it starts without a \"run\" of its "
            "own is shown by the outer one.");
    default:
        return ErrorText::tr(
            "\"%1\" is not started: the system does not permit to intercept its calls (seccomp with user "
            "notification, Linux 5.9 or later). Start it without Pipeglass, and tap its pipes one by one.");
    }
}

/// Why clients of a file are refused, where the reason is known.
QString refusalSentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::ListenerShutDown:
        return ErrorText::tr("\"%1\" was shut down: every client is refused. Restart the process that holds it.");
    case ErrorCode::NameLost:
        return ErrorText::tr(
            "Nobody listens on the file \"%1\". %2 still listens under this name, but the name leads to another "
            "file. Restart that process.");
    case ErrorCode::FileMountReplaced:
        return ErrorText::tr(
            "\"%1\" is a mount of one file that was replaced (%2 in mountinfo). Mount it again, or mount its "
            "directory.");
    default:
        return ErrorText::tr("\"%1\": the backlog is full: %2 wait because the server does not accept.");
    }
}

/// The sentence, with %1 for the subject and %2 for `detail`. Where it has no %2, the caller adds `detail`.
// NOLINTNEXTLINE(readability-function-size): a table
QString sentence(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidArgument:
        return ErrorText::tr("\"%1\" is not valid here.");
    case ErrorCode::InvalidName:
        return ErrorText::tr(
            "\"%1\" is not a valid pipe name: a name is not empty, contains no \"/\" unless it is an absolute path, "
            "and is not \"anonymous\".");
    case ErrorCode::PathTooLong:
        return ErrorText::tr(
            "The path \"%1\" is too long: a socket path has at most 107 bytes. Choose a shorter name, or "
            "a shorter TMPDIR.");
    case ErrorCode::Ambiguous:
        return ErrorText::tr("\"%1\" matches more than one pipe. Name one of them by its path or by DEVICE:INODE.");
    case ErrorCode::NoSuchPipe:
        return ErrorText::tr("There is no pipe \"%1\". The server may not have started, or it may use another TMPDIR.");
    case ErrorCode::NoSuchFile:
        return ErrorText::tr("No such file or directory: \"%1\". Check the path and the directories above it.");
    case ErrorCode::FileExists:
        return ErrorText::tr("\"%1\" exists already and is not overwritten. Choose another name.");
    case ErrorCode::DanglingLink:
        return ErrorText::tr("\"%1\" is a symbolic link to %2, which does not exist.");
    case ErrorCode::NotASocket:
        return ErrorText::tr("\"%1\" is not a socket, so it is not a .NET pipe. Nothing was changed.");
    case ErrorCode::WrongSocketType:
        return ErrorText::tr("\"%1\" is a socket, but not a stream socket. .NET pipes are stream sockets; no other "
                             "kind can be attached.");
    case ErrorCode::PermissionDenied:
        return ErrorText::tr(
            "Permission denied for \"%1\": connecting needs write permission on the socket and search permission "
            "on every directory above it.");
    case ErrorCode::AccessDenied:
        return ErrorText::tr(
            "Permission denied for \"%1\". Check its own permissions, and search permission on every directory above "
            "it.");
    case ErrorCode::CreationDenied:
        return ErrorText::tr("Permission denied to create \"%1\": this needs write permission on its directory, and "
                             "search permission on every "
                             "directory above it.");
    case ErrorCode::NoSuchDirectory:
        return ErrorText::tr("There is no directory \"%1\". Create it first, or choose another one.");
    case ErrorCode::NobodyListening:
        return ErrorText::tr(
            "Nobody listens on \"%1\": its server has ended or closed it and left the file behind. Start "
            "the server again.");
    case ErrorCode::ServerElsewhere:
        return ErrorText::tr(
            "Nobody listens on \"%1\" as seen from here. Its server may be behind this mount (FUSE, a network file "
            "system or an overlay): connect from where the server sees the file.");
    case ErrorCode::NotListening:
        return ErrorText::tr(
            "A server has \"%1\" open but does not listen on it, so clients are refused. If this lasts longer "
            "than a moment, the server hangs: check its process.");
    case ErrorCode::ListenerShutDown:
    case ErrorCode::NameLost:
    case ErrorCode::FileMountReplaced:
    case ErrorCode::BacklogFull:
        return refusalSentence(code);
    case ErrorCode::InUse:
        return ErrorText::tr(
            "\"%1\" is in use: a live server has this name and is never replaced. Choose another name or stop "
            "that server.");
    case ErrorCode::StaleSocket:
        return ErrorText::tr("A dead server left \"%1\" behind. Delete it, or ask for it to be replaced.");
    case ErrorCode::ForeignSocket:
        return ErrorText::tr("A dead server of another user left \"%1\" behind. Only its owner or root can remove it.");
    case ErrorCode::Replaced:
        return ErrorText::tr(
            "\"%1\" is no longer the file that was examined: another file has this name now. Nothing was "
            "changed; try again.");
    case ErrorCode::TimedOut:
        return ErrorText::tr("\"%1\" did not answer in time.");
    case ErrorCode::PeerClosed:
        return ErrorText::tr("The other side of \"%1\" closed the connection.");
    case ErrorCode::QueueFull:
        return ErrorText::tr("The other side of \"%1\" does not read, so its send queue is full.");
    case ErrorCode::FileTooLarge:
        return ErrorText::tr("\"%1\" is larger than the %2 bytes that are read.");
    case ErrorCode::MessageTooLarge:
        return ErrorText::tr("The message for \"%1\" is larger than the limit allows.");
    case ErrorCode::MessageNotEncodable:
        return ErrorText::tr("This message cannot be sent to \"%1\" with this framing.");
    case ErrorCode::OutOfDescriptors:
        return ErrorText::tr(
            "No file descriptors are left for \"%1\". Close connections, or raise the limit (ulimit -n).");
    case ErrorCode::DiskFull:
        return ErrorText::tr("No space left for \"%1\". Free some space; what was recorded so far is kept.");
    case ErrorCode::RecordingFull:
        return ErrorText::tr("The limit of the recording \"%1\" is reached.");
    case ErrorCode::RecordDeleted:
        return ErrorText::tr("This message was deleted, because the recording \"%1\" reached its limit.");
    case ErrorCode::RecordingInUse:
        return ErrorText::tr(
            "Another program writes to the recording \"%1\", or its end is damaged, so nothing is added "
            "to it. Marks and notes are kept in this window only.");
    case ErrorCode::NotARecording:
        return ErrorText::tr("\"%1\" is not a recording that can be read.");
    case ErrorCode::Unsupported:
        return ErrorText::tr("\"%1\": this system does not support that.");
    case ErrorCode::UnknownAccount:
    case ErrorCode::UnknownProcess:
    case ErrorCode::ChangeNotPermitted:
    case ErrorCode::ReadOnlyFileSystem:
    case ErrorCode::AclUnsupported:
    case ErrorCode::NothingToUndo:
    case ErrorCode::ChangedSince:
    case ErrorCode::HelperFailed:
        return accessSentence(code);
    case ErrorCode::LeftAlive:
    case ErrorCode::LeftUnknown:
    case ErrorCode::DeletionDenied:
        return cleaningSentence(code);
    case ErrorCode::TraceDenied:
    case ErrorCode::PeekNoticed:
    case ErrorCode::NotAccepted:
    case ErrorCode::SocketGone:
        return peekSentence(code);
    case ErrorCode::TapNotPermitted:
    case ErrorCode::TappedAlready:
    case ErrorCode::TapUnwatched:
    case ErrorCode::TapOtherUser:
    case ErrorCode::NoSpareSocket:
        return tapSentence(code);
    case ErrorCode::PipeNotTapped:
    case ErrorCode::RunUnwatched:
    case ErrorCode::ProgramNotFound:
    case ErrorCode::ProgramNotExecutable:
    case ErrorCode::NestedRun:
    case ErrorCode::InterceptionUnsupported:
        return programSentence(code);
    case ErrorCode::Interrupted:
        return ErrorText::tr("\"%1\": interrupted.");
    case ErrorCode::DirectoryUnreadable:
        return ErrorText::tr("The directory \"%1\" cannot be read, so pipes in it are not shown.");
    case ErrorCode::SocketsUnknown:
        return ErrorText::tr("\"%1\" does not list the sockets, so the states of pipes are unknown.");
    case ErrorCode::NotWatched:
        return ErrorText::tr(
            "Changes in the directory \"%1\" are noticed up to a second late: no inotify watch is left. "
            "Raise fs.inotify.max_user_watches or max_user_instances.");
    case ErrorCode::System:
        break;
    }
    return ErrorText::tr("\"%1\": a system call failed.");
}

} // namespace

QString errorText(const Error &error)
{
    // InvalidArgument without a subject: the detail is the whole sentence.
    if (error.code == ErrorCode::InvalidArgument && error.subject.isEmpty() && !error.detail.isEmpty())
        return error.detail;
    QString text = sentence(error.code);
    if (text.contains(QLatin1String("%2")))
        return text.arg(escapedText(error.subject), error.detail);
    text = text.arg(escapedText(error.subject));
    QString why = unknownReasonText(error.detail);
    if (why.isEmpty())
        why = error.detail;
    if (error.code == ErrorCode::NoSuchPipe && !why.isEmpty())
        return text + QLatin1Char(' ') + why;
    // Add strerror() where the sentence does not name the cause.
    const bool causeMissing = error.code == ErrorCode::System || error.code == ErrorCode::DirectoryUnreadable
        || error.code == ErrorCode::SocketsUnknown || error.code == ErrorCode::NotWatched;
    if (causeMissing || why.isEmpty()) {
        const QString words = systemErrorText(causeMissing ? error.systemError : 0);
        if (!words.isEmpty())
            why = why.isEmpty() ? words : why + QLatin1String(": ") + words;
    }
    if (!why.isEmpty())
        text += QLatin1String(" (") + why + QLatin1Char(')');
    return text;
}

QString errorTexts(const std::vector<Error> &errors)
{
    QStringList lines;
    for (const Error &error : errors)
        lines.append(errorText(error));
    return lines.join(u'\n');
}

QString unknownReasonText(const QString &reason)
{
    struct Text {
        QLatin1String reason;
        const char *text;
    };
    static const Text texts[] = {
        { QLatin1String("not-permitted"),
          QT_TRANSLATE_NOOP("ErrorText", "without write permission the kernel does not tell whether it is in use") },
        { QLatin1String("server-hidden"),
          QT_TRANSLATE_NOOP(
              "ErrorText",
              "a socket is bound to it, in a network or process namespace that is not visible from here") },
        { QLatin1String("file-system"),
          QT_TRANSLATE_NOOP("ErrorText", "its server may be on the other side of this file system: FUSE or network") },
        { QLatin1String("overlay"),
          QT_TRANSLATE_NOOP(
              "ErrorText", "it is in an overlay or one of its layers, and its server may use the other path") },
        { QLatin1String("same-inode"),
          QT_TRANSLATE_NOOP("ErrorText", "several files of this file system have the same inode number") },
        { QLatin1String("kernel-silent"), QT_TRANSLATE_NOOP("ErrorText", "the kernel does not list its sockets") },
        { QLatin1String("replaced"), QT_TRANSLATE_NOOP("ErrorText", "another file had this name at each check") },
        { QLatin1String("holder-hidden"),
          QT_TRANSLATE_NOOP("ErrorText", "the process that holds the socket is not visible") },
    };
    for (const Text &one : texts) {
        if (one.reason == reason)
            return ErrorText::tr(one.text);
    }
    return {};
}

} // namespace pipeglass
