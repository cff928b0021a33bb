// SPDX-License-Identifier: MIT
#include "doctor/errors/errorpatterns.h"

namespace pipeglass::doctor {

namespace {

using Id = DotNetErrorId;

ErrorPattern certain(Id id, const QString &message) { return { id, QRegularExpression(message) }; }

ErrorPattern withFrame(Id id, const QString &message, const char *frame)
{
    return { id, QRegularExpression(message), false, frame };
}

/// Also printed by programs without pipes.
ErrorPattern common(Id id, const QString &message) { return { id, QRegularExpression(message), true }; }

/// Exceptions that are known by a method in their stack trace.
void addByFrame(std::vector<ErrorPattern> &patterns)
{
    const QString type = QStringLiteral("\\b[A-Z][\\w.]*Exception\\b");
    patterns.push_back(withFrame(Id::Impersonation, type, "GetImpersonationUserName"));
    patterns.push_back(withFrame(Id::Impersonation, type, "NamedPipeServerStream.RunAsClient"));
    const QString unsupported = QStringLiteral("\\bPlatformNotSupportedException\\b");
    patterns.push_back(withFrame(Id::WaitForPipeDrain, unsupported, "WaitForPipeDrain"));
    patterns.push_back(withFrame(Id::NumberOfInstances, unsupported, "get_NumberOfServerInstances"));
    const QString timeout = QStringLiteral("\\bTimeoutException\\b");
    patterns.push_back(withFrame(Id::ConnectTimeout, timeout, "NamedPipeClientStream.Connect"));
    patterns.push_back(withFrame(
        Id::FirstInstance, QStringLiteral("Access to the path(?: '(?<path>[^'\\n]*)')? is denied"),
        "NamedPipeServerStream"));
}

/// Messages that only pipes have; also as keys, which programs print that were built without the texts.
void addOfPipes(std::vector<ErrorPattern> &patterns)
{
    for (const char *message :
         { "Message transmission mode is not supported", "ReadMode is not of PipeTransmissionMode\\.Message",
           "PlatformNotSupported_MessageTransmissionMode", "InvalidOperation_PipeReadModeNotMessage" })
        patterns.push_back(certain(Id::MessageMode, QString::fromLatin1(message)));
    for (const char *message : { "All pipe instances are busy", "IO_AllPipeInstancesAreBusy" })
        patterns.push_back(certain(Id::AllInstancesBusy, QString::fromLatin1(message)));
    for (const char *message : { "was not owned by the current user", "UnauthorizedAccess_NotOwnedByCurrentUser",
                                 "UnauthorizedAccess_ClientIsNotCurrentUser" })
        patterns.push_back(certain(Id::CurrentUserOnly, QString::fromLatin1(message)));
    for (const char *message : { "The path '(?<path>[^\\n]*)' is of an invalid length for use with domain sockets",
                                 "ArgumentOutOfRange_PathLengthInvalid, (?<path>/[^\\n]*), \\d+" })
        patterns.push_back(certain(Id::PathTooLong, QString::fromLatin1(message)));
    patterns.push_back(
        certain(Id::WaitForPipeDrain, QStringLiteral("WaitForPipeDrain\\b[^\\n]{0,40}\\b(?:is )?not supported")));
    for (const char *message : { "Pipe is broken", "IO_PipeBroken" })
        patterns.push_back(certain(Id::BrokenPipe, QString::fromLatin1(message)));
    patterns.push_back(certain(Id::RemoteServer, QStringLiteral("Access to remote named pipes is not supported")));
    patterns.push_back(certain(Id::RemoteServer, QStringLiteral("PlatformNotSupported_RemotePipes")));
    for (const char *message :
         { "The name of a pipe on this platform must be", "pipeName \\\\?\"anonymous\\\\?\" is reserved",
           "PlatformNotSupported_InvalidPipeNameChars", "ArgumentOutOfRange_AnonymousReserved" })
        patterns.push_back(certain(Id::InvalidName, QString::fromLatin1(message)));
    for (const char *message : { "Pipe hasn't been connected yet", "Pipe is in a disconnected state",
                                 "InvalidOperation_PipeNotYetConnected", "InvalidOperation_PipeDisconnected" })
        patterns.push_back(certain(Id::NotConnected, QString::fromLatin1(message)));
    for (const char *message : { "Cannot access a closed pipe", "ObjectDisposed_PipeClosed" })
        patterns.push_back(certain(Id::ClosedPipe, QString::fromLatin1(message)));
    patterns.push_back(certain(
        Id::FirstInstance, QStringLiteral("Access to the path '(?<path>[^'\\n]*/CoreFxPipe_[^'\\n]*)' is denied")));
    patterns.back().notFrame = "System.IO.FileSystem";
    patterns.push_back(
        withFrame(Id::FirstInstance, QStringLiteral("UnauthorizedAccess_IODenied_Path, (?<path>/[^\\n]*)"), "Pipe"));
}

/// Messages of the system.
void addOfSystem(std::vector<ErrorPattern> &patterns)
{
    const std::pair<Id, const char *> messages[] = {
        { Id::PermissionDenied, "\\bPermission denied\\b" },
        { Id::ConnectionRefused, "\\bConnection refused\\b" },
        { Id::NoSuchFile, "\\bCannot assign requested address\\b" },
        { Id::NoSuchFile, "\\bNo such file or directory\\b" },
        { Id::AddressInUse, "\\bAddress already in use\\b" },
        { Id::BrokenPipe, "\\bBroken pipe\\b" },
        { Id::ConnectionReset, "\\bConnection reset by peer\\b" },
        { Id::ConnectTimeout, "\\bThe operation has timed out\\b" },
        { Id::WrongSocketType, "\\bProtocol wrong type for socket\\b" },
        { Id::BacklogFull, "\\bResource temporarily unavailable\\b" },
    };
    for (const auto &[id, message] : messages)
        patterns.push_back(common(id, QString::fromLatin1(message)));
}

} // namespace

const std::vector<ErrorPattern> &errorPatterns()
{
    static const std::vector<ErrorPattern> patterns = [] {
        std::vector<ErrorPattern> all;
        addByFrame(all);
        addOfPipes(all);
        addOfSystem(all);
        return all;
    }();
    return patterns;
}

QLatin1String word(DotNetErrorId id)
{
    switch (id) {
    case Id::PermissionDenied:
        return QLatin1String("permission-denied");
    case Id::ConnectionRefused:
        return QLatin1String("connection-refused");
    case Id::NoSuchFile:
        return QLatin1String("no-such-file");
    case Id::AddressInUse:
        return QLatin1String("address-in-use");
    case Id::PathTooLong:
        return QLatin1String("path-too-long");
    case Id::ConnectTimeout:
        return QLatin1String("connect-timeout");
    case Id::MessageMode:
        return QLatin1String("message-mode");
    case Id::WaitForPipeDrain:
        return QLatin1String("wait-for-pipe-drain");
    case Id::AllInstancesBusy:
        return QLatin1String("all-instances-busy");
    case Id::CurrentUserOnly:
        return QLatin1String("current-user-only");
    case Id::Impersonation:
        return QLatin1String("impersonation");
    case Id::BrokenPipe:
        return QLatin1String("broken-pipe");
    case Id::ConnectionReset:
        return QLatin1String("connection-reset");
    case Id::FirstInstance:
        return QLatin1String("first-instance");
    case Id::BacklogFull:
        return QLatin1String("backlog-full");
    case Id::WrongSocketType:
        return QLatin1String("wrong-socket-type");
    case Id::RemoteServer:
        return QLatin1String("remote-server");
    case Id::InvalidName:
        return QLatin1String("invalid-name");
    case Id::NumberOfInstances:
        return QLatin1String("number-of-instances");
    case Id::NotConnected:
        return QLatin1String("not-connected");
    case Id::ClosedPipe:
        break;
    }
    return QLatin1String("closed-pipe");
}

} // namespace pipeglass::doctor
