// SPDX-License-Identifier: MIT
#include "text/explanationtext.h"

#include "access/changes/shellcommand.h"
#include "core/bytetext.h"
#include "core/errortext.h"
#include "text/peertext.h"
#include "text/pipetext.h"
#include "text/sizetext.h"
#include "text/words.h"

#include <QStringList>

namespace pipeglass::text {

using catalog::PipeState;
using doctor::DotNetErrorId;
using doctor::Explanation;

namespace {

bool isListening(const Explanation &explanation)
{
    return explanation.pipe && explanation.pipe->state == PipeState::Listening;
}

QString word(const QByteArray &path) { return access::shellWord(escapedText(path)); }

/// For errors that the state of the pipe explains.
QString remedyByState(const Explanation &explanation, const QString &otherwise)
{
    if (explanation.problem)
        return errorText(*explanation.problem);
    if (isListening(explanation))
        return Words::tr("A server listens now: try again. If the client was faster than the server, let it wait "
                         "(Connect with a timeout).");
    return otherwise;
}

QString startServer()
{
    return Words::tr("Start the server first. If it runs, check that both programs use the same name, the same TMPDIR "
                     "and the same mount namespace: \"pipeglass doctor\" finds a client that looks elsewhere.");
}

QString askClient()
{
    return Words::tr("While the client still tries, \"pipeglass explain --pid PID\" shows which address it tries.");
}

QString permissionRemedy(const Explanation &explanation)
{
    const QString general = Words::tr("Give the client's user write permission on the socket and search permission on "
                                      "the directories above it. If the server got the error: it needs write "
                                      "permission on the directory.");
    if (!explanation.access)
        return general;
    QStringList parts{ explanation.access->sentence };
    if (explanation.access->canConnect)
        parts += Words::tr("Ask about the user or process that got the error: \"pipeglass access NAME --as USER\".");
    else if (!explanation.access->fixes.empty())
        parts += Words::tr("Smallest change: %1.").arg(explanation.access->fixes.front().title);
    else
        parts += general;
    return parts.join(QLatin1Char(' '));
}

QString namedRemedy(const Explanation &explanation, const QString &text)
{
    return explanation.problem ? text + QLatin1Char(' ') + errorText(*explanation.problem) : text;
}

/// Of what .NET cannot do on Unix.
QString unsupportedMeaning(DotNetErrorId id)
{
    switch (id) {
    case DotNetErrorId::MessageMode:
        return Words::tr(
            "On Linux a pipe is a stream of bytes without message boundaries: PipeTransmissionMode.Message, "
            "ReadMode and IsMessageComplete work on Windows only.");
    case DotNetErrorId::WaitForPipeDrain:
        return Words::tr("WaitForPipeDrain works on Windows only. On Linux it always throws.");
    case DotNetErrorId::RemoteServer:
        return Words::tr(
            "The server name of a pipe is \".\" or this host's name: pipes of other machines can be reached "
            "on Windows only.");
    case DotNetErrorId::NumberOfInstances:
        return Words::tr("NumberOfServerInstances works on Windows only. On Linux it always throws.");
    case DotNetErrorId::InvalidName:
        return Words::tr(
            "A pipe is a socket file, so its name is a file name without \"/\", or an absolute path, and is "
            "not \"anonymous\".");
    default:
        return Words::tr(
            "The program asked who the client is, or wanted to act as its user, while none was connected. On "
            "Linux the name is that of the user who connected, and RunAsClient needs root's rights.");
    }
}

/// Of connections that existed.
QString connectionMeaning(DotNetErrorId id)
{
    switch (id) {
    case DotNetErrorId::BrokenPipe:
        return Words::tr(
            "The program wrote to a pipe whose other side has closed the connection or has ended, or which "
            "is one-directional and does not read (PipeDirection.Out). IsConnected stays true until then.");
    case DotNetErrorId::ConnectionReset:
        return Words::tr("The other side closed the connection, or ended, before it had read all that this program "
                         "sent; or it disposed its server while this client still waited to be accepted.");
    case DotNetErrorId::NotConnected:
        return Words::tr("The program used a pipe before a client was connected, or after Disconnect().");
    default:
        return Words::tr("The program used a pipe that it had disposed itself.");
    }
}

QString unsupportedRemedy(DotNetErrorId id)
{
    switch (id) {
    case DotNetErrorId::MessageMode:
        return Words::tr("Use PipeTransmissionMode.Byte, and put the length before each message, or a separator after "
                         "it. \"pipeglass framings\" lists what others use.");
    case DotNetErrorId::WaitForPipeDrain:
        return Words::tr("Remove the call, or let the other side confirm what it has read.");
    case DotNetErrorId::RemoteServer:
        return Words::tr(
            "Use \".\" as the server name. To reach another machine use a TCP socket, or forward the socket "
            "file with ssh -L.");
    case DotNetErrorId::NumberOfInstances:
        return Words::tr("Count the instances in the program. \"pipeglass show\" lists the connections.");
    case DotNetErrorId::InvalidName:
        return Words::tr("Choose another name. The prefix \"\\\\.\\pipe\\\" is not part of it.");
    default:
        return Words::tr("Call it after WaitForConnection has returned and before Disconnect.");
    }
}

QString connectionRemedy(DotNetErrorId id)
{
    switch (id) {
    case DotNetErrorId::BrokenPipe:
        return Words::tr("Look into the log of the other program. Write to a new connection: this one does not come "
                         "back.");
    case DotNetErrorId::ConnectionReset:
        return Words::tr(
            "Let the other side read to the end before it disposes the pipe. With a server that is created "
            "anew for each client, let the client try again, or create the next instance first.");
    case DotNetErrorId::NotConnected:
        return Words::tr("Wait for WaitForConnection or Connect to return first.");
    default:
        return Words::tr("Look for what disposes the stream: often a StreamReader or StreamWriter around it, without "
                         "leaveOpen.");
    }
}

} // namespace

QString meaningText(DotNetErrorId id)
{
    switch (id) {
    case DotNetErrorId::PermissionDenied:
        return Words::tr("The client may not connect: connecting needs write permission on the socket file, and search "
                         "permission on every directory above it. .NET creates it so that only its own user can.");
    case DotNetErrorId::ConnectionRefused:
        return Words::tr("The file is there, but no server listens on it: the server has ended and left it behind, or "
                         "is just starting.");
    case DotNetErrorId::NoSuchFile:
        return Words::tr("There was no file of this name (.NET calls that \"Cannot assign requested address\"): the "
                         "server was not running, or it looks in another directory, because TMPDIR differs.");
    case DotNetErrorId::AddressInUse:
        return Words::tr("A server could not create its socket, because the name exists and it could not delete the "
                         "old file: that of another user in a sticky directory such as /tmp, or a directory.");
    case DotNetErrorId::PathTooLong:
        return Words::tr("The path of the pipe, TMPDIR/CoreFxPipe_NAME, has more than the 107 bytes that a socket has "
                         "room for (.NET says 108, with the NUL at the end).");
    case DotNetErrorId::ConnectTimeout:
        return Words::tr("Until the time was up there was no server: no file of this name, or a file without a "
                         "listener. A busy server is not the reason: connecting to it succeeds at once.");
    case DotNetErrorId::AllInstancesBusy:
        return Words::tr("This process has as many server streams of this name as maxNumberOfServerInstances of the "
                         "first one allows. On Linux other processes do not count.");
    case DotNetErrorId::CurrentUserOnly:
        return Words::tr(
            "PipeOptions.CurrentUserOnly: client and server run as different users. Root is refused too. A "
            "server gets this exception from WaitForConnection, and ends if it does not catch it.");
    case DotNetErrorId::FirstInstance:
        return Words::tr("PipeOptions.FirstPipeInstance: a file of this name exists, so the server did not start, even "
                         "if the file was left behind by a server that has ended.");
    case DotNetErrorId::BacklogFull:
        return Words::tr("So many clients wait to be accepted that no more fit.");
    case DotNetErrorId::WrongSocketType:
        return Words::tr("A program that does not use a stream socket has this name: .NET pipes are stream sockets.");
    case DotNetErrorId::MessageMode:
    case DotNetErrorId::WaitForPipeDrain:
    case DotNetErrorId::RemoteServer:
    case DotNetErrorId::NumberOfInstances:
    case DotNetErrorId::InvalidName:
    case DotNetErrorId::Impersonation:
        return unsupportedMeaning(id);
    case DotNetErrorId::BrokenPipe:
    case DotNetErrorId::ConnectionReset:
    case DotNetErrorId::NotConnected:
    case DotNetErrorId::ClosedPipe:
        break;
    }
    return connectionMeaning(id);
}

QString pipeNowText(const Explanation &explanation)
{
    if (explanation.error.path.isEmpty())
        return Words::tr("The text does not name the pipe.");
    const QString path = escapedText(explanation.error.path);
    if (explanation.pipe)
        return Words::tr("%1 now: %2. %3").arg(path, stateWord(*explanation.pipe), stateSentence(*explanation.pipe));
    const QString text = Words::tr("There is no %1 now.").arg(path);
    return explanation.elsewhere.isEmpty() ? text : text + QLatin1Char(' ') + explanation.elsewhere;
}

QString remedyText(const Explanation &explanation)
{
    switch (explanation.error.id) {
    case DotNetErrorId::PermissionDenied:
        return permissionRemedy(explanation);
    case DotNetErrorId::ConnectionRefused:
        return remedyByState(
            explanation, Words::tr("Start the server again: it replaces the file that was left behind."));
    case DotNetErrorId::NoSuchFile:
        return remedyByState(explanation, startServer());
    case DotNetErrorId::ConnectTimeout:
        return remedyByState(explanation, startServer() + QLatin1Char(' ') + askClient());
    case DotNetErrorId::AddressInUse:
        return Words::tr(
            "Let the owner of the file or root delete it, or choose a name with the user in it, or a TMPDIR "
            "for each user.");
    case DotNetErrorId::PathTooLong:
        return Words::tr("Choose a shorter name, or a shorter TMPDIR. With /tmp a name has room for 91 bytes.");
    case DotNetErrorId::AllInstancesBusy:
        return Words::tr("Dispose a stream before the next one is created, or pass a larger maxNumberOfServerInstances "
                         "(-1: no limit) to the first one and to all others.");
    case DotNetErrorId::CurrentUserOnly:
        return Words::tr("Run both as the same user. If users are to be different, leave out CurrentUserOnly on both "
                         "sides and permit the client with \"pipeglass access\".");
    case DotNetErrorId::FirstInstance:
        return isListening(explanation)
            ? Words::tr("Another server has the name: stop it first, or choose another name.")
            : namedRemedy(explanation, Words::tr("Delete the file if no server has the name."));
    case DotNetErrorId::BacklogFull:
        return namedRemedy(
            explanation, Words::tr("Find out why the server does not call WaitForConnection, or restart it."));
    case DotNetErrorId::WrongSocketType:
        return Words::tr("Choose another name, or connect with a socket of that type.");
    case DotNetErrorId::MessageMode:
    case DotNetErrorId::WaitForPipeDrain:
    case DotNetErrorId::RemoteServer:
    case DotNetErrorId::NumberOfInstances:
    case DotNetErrorId::InvalidName:
    case DotNetErrorId::Impersonation:
        return unsupportedRemedy(explanation.error.id);
    case DotNetErrorId::BrokenPipe:
    case DotNetErrorId::ConnectionReset:
    case DotNetErrorId::NotConnected:
    case DotNetErrorId::ClosedPipe:
        break;
    }
    return connectionRemedy(explanation.error.id);
}

QString commandText(const Explanation &explanation)
{
    const QByteArray &path = explanation.error.path;
    const bool isStale = explanation.pipe && explanation.pipe->state == PipeState::Stale;
    switch (explanation.error.id) {
    case DotNetErrorId::PermissionDenied:
        if (explanation.access && !explanation.access->fixes.empty())
            return explanation.access->fixes.front().command;
        return explanation.pipe ? QStringLiteral("pipeglass access ") + word(path) : QString();
    case DotNetErrorId::AddressInUse:
    case DotNetErrorId::FirstInstance:
        if (isStale)
            return QStringLiteral("pipeglass clean ") + word(path);
        break;
    case DotNetErrorId::NoSuchFile:
    case DotNetErrorId::ConnectTimeout:
        if (!explanation.pipe)
            return QStringLiteral("pipeglass doctor");
        break;
    case DotNetErrorId::MessageMode:
        return QStringLiteral("pipeglass framings");
    case DotNetErrorId::PathTooLong:
        return {};
    default:
        break;
    }
    return explanation.pipe ? QStringLiteral("pipeglass show ") + word(path) : QString();
}

QString listeningSentence(const doctor::RuntimeSocket &runtime, int seconds)
{
    return Words::tr(
               "The runtime of %1 is asked through %2 for the events of its sockets, for at most %n second(s). "
               "The program goes on meanwhile, and nothing stays attached to it.",
               nullptr, seconds)
        .arg(processText(runtime.process), escapedText(runtime.path));
}

QString triedText(const doctor::FailedConnect &connect)
{
    return Words::tr("%1, %n time(s)", nullptr, plural(connect.count)).arg(escapedText(connect.path));
}

QString noFailedConnectSentence(const ProcessInfo &process)
{
    return Words::tr("No connect of %1 to a socket file failed in that time. If it tries more seldom, listen longer.")
        .arg(processText(process));
}

} // namespace pipeglass::text
