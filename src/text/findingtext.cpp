// SPDX-License-Identifier: MIT
#include "text/findingtext.h"

#include "access/changes/shellcommand.h"
#include "core/bytetext.h"
#include "core/enumeration.h"
#include "core/files/localaddress.h"
#include "text/accesstext.h"
#include "text/deletiontext.h"
#include "text/peertext.h"
#include "text/sizetext.h"
#include "text/words.h"

#include <QStringList>

namespace pipeglass::text {

using doctor::Finding;
using doctor::FindingId;

namespace {

constexpr qsizetype mostProcesses = 3;

/// "echo 4242", or words for a process that is not visible.
QString whoText(const QList<ProcessInfo> &processes)
{
    return processes.isEmpty() ? Words::tr("a process that is not visible") : processesText(processes, mostProcesses);
}

QString serverOf(const Finding &finding)
{
    return whoText(finding.pipe && finding.pipe->server ? *finding.pipe->server : QList<ProcessInfo>());
}

qsizetype lengthOf(const Finding &finding) { return finding.path.size(); }

bool isTooLong(const Finding &finding) { return finding.severity == doctor::Severity::Error; }

QString waitingSentence(const Finding &finding)
{
    const QString clients = whoText(finding.processes);
    if (finding.pipe && finding.pipe->clients == quint32{ 0 })
        return Words::tr("%1 waits to be accepted, but %2 accepts nobody: it does not call WaitForConnection.")
            .arg(clients, serverOf(finding));
    if (finding.others.isEmpty())
        return Words::tr("%1 waits to be accepted: the server's instances are all in use, and %2 still holds the "
                         "connections of clients that have ended.")
            .arg(clients, serverOf(finding));
    if (finding.pipe && finding.pipe->clients == quint32{ 1 })
        return Words::tr("%1 waits to be accepted: %3 has the only instance of the server, %2.")
            .arg(clients, serverOf(finding), whoText(finding.others));
    return Words::tr("%1 waits to be accepted: %3 have all instances of the server, %2.")
        .arg(clients, serverOf(finding), whoText(finding.others));
}

QString unreadSentence(const Finding &finding)
{
    const QString bytes = bytesText(finding.count);
    return finding.others.isEmpty() ? Words::tr("%1 has not read %2 for more than 10 seconds. Their sender has ended.")
                                          .arg(whoText(finding.processes), bytes)
                                    : Words::tr("%1 has not read %2 from %3 for more than 10 seconds.")
                                          .arg(whoText(finding.processes), bytes, whoText(finding.others));
}

QString directorySentence(const Finding &finding)
{
    const QString client = whoText(finding.processes);
    const QString theirs = escapedText(finding.directory);
    const QString ours = escapedText(finding.pipe->directory);
    if (!finding.namespaceLabel.isEmpty())
        return Words::tr("%1 looks for this name in %2 of another mount namespace (%3), but its server %4 has it "
                         "in %5.")
            .arg(client, theirs, finding.namespaceLabel, serverOf(finding), ours);
    if (!finding.pipe->namespaceLabel.isEmpty())
        return Words::tr("%1 looks for this name in %2, but its server %4 has it in another mount namespace (%3), in "
                         "%5.")
            .arg(client, theirs, finding.pipe->namespaceLabel, serverOf(finding), ours);
    return Words::tr("%1 looks for this name in %2, but its server %3 has it in %4.")
        .arg(client, theirs, serverOf(finding), ours);
}

QString pathSentence(const Finding &finding)
{
    if (!isTooLong(finding))
        return Words::tr(
                   "Its path has %1 bytes. That is possible here, but not on macOS (103 bytes), and with a longer "
                   "TMPDIR not here either.")
            .arg(lengthOf(finding));
    if (!finding.pipe)
        return Words::tr("Its path would have %1 bytes, but a socket has room for %2: .NET throws "
                         "ArgumentOutOfRangeException.")
            .arg(lengthOf(finding))
            .arg(maxSocketPath);
    return Words::tr("Its path has %1 bytes, but a socket has room for %2: the server was bound by a shorter path, and "
                     "clients that use the whole one fail.")
        .arg(lengthOf(finding))
        .arg(maxSocketPath);
}

QString accessSentenceOf(const Finding &finding)
{
    if (finding.id == FindingId::AclMask)
        return Words::tr(
                   "Its access control list permits %1 to connect, but the list's mask withholds it: somebody has "
                   "used chmod after setfacl.")
            .arg(peopleText(finding.principals));
    return Words::tr("%1 cannot connect: the account is in %2, which may, but the process was started without it.")
        .arg(whoText(finding.processes), peopleText(finding.principals));
}

QString clean(const std::vector<QByteArray> &paths)
{
    QStringList words{ QStringLiteral("pipeglass clean") };
    for (const QByteArray &path : paths)
        words += access::shellWord(escapedText(path));
    return words.join(QLatin1Char(' '));
}

QString cleanerCommand(const Finding &finding)
{
    if (!finding.deletion || finding.deletion->cleaner != cleaning::Cleaner::SystemdTmpfiles)
        return {};
    // A line of tmpfiles.d is split at spaces and has specifiers: other names are excluded by hand.
    const QString path = escapedText(finding.path);
    if (path.contains(QLatin1Char(' ')) || path.contains(QLatin1Char('%')) || path.contains(QLatin1Char('\\')))
        return {};
    return QStringLiteral("echo %1 | sudo tee -a /etc/tmpfiles.d/pipes.conf")
        .arg(access::shellWord(QLatin1String("x ") + path));
}

} // namespace

QString findingTitle(FindingId id)
{
    switch (id) {
    case FindingId::Stale:
        return Words::tr("left behind by its server");
    case FindingId::TakenOver:
        return Words::tr("name taken over");
    case FindingId::Orphaned:
        return Words::tr("file removed");
    case FindingId::ShutDown:
        return Words::tr("listener shut down");
    case FindingId::Cleaner:
        return Words::tr("deleted by a cleaner");
    case FindingId::WaitingClient:
        return Words::tr("client waits");
    case FindingId::Unread:
        return Words::tr("bytes unread");
    case FindingId::BacklogFull:
        return Words::tr("backlog full");
    case FindingId::AclMask:
        return Words::tr("ACL without effect");
    case FindingId::GroupMissing:
        return Words::tr("group missing");
    case FindingId::OtherDirectory:
        return Words::tr("different directories");
    case FindingId::PathTooLong:
        return Words::tr("path too long");
    case FindingId::NameInUse:
        return Words::tr("name in use");
    case FindingId::RuntimeLeftover:
        break;
    }
    return Words::tr("left behind by the runtime");
}

// NOLINTNEXTLINE(readability-function-size): a table
QString findingSentence(const Finding &finding)
{
    switch (finding.id) {
    case FindingId::Stale:
        return Words::tr("Its server has ended without removing the file: every client is refused, and a server with "
                         "FirstPipeInstance does not start.");
    case FindingId::TakenOver:
        return Words::tr("%1 still listens, but %2 has taken its name: all new clients reach the latter. When the "
                         "former ends, .NET deletes the latter's file.")
            .arg(serverOf(finding), whoText(finding.others));
    case FindingId::Orphaned:
        return Words::tr("%1 still listens, but its file was removed: no client finds it.").arg(serverOf(finding));
    case FindingId::ShutDown:
        return Words::tr("The listener of %1 was shut down but not closed: every client is refused.")
            .arg(serverOf(finding));
    case FindingId::Cleaner:
        return deletionSentence(*finding.deletion, true);
    case FindingId::WaitingClient:
        return waitingSentence(finding);
    case FindingId::Unread:
        return unreadSentence(finding);
    case FindingId::BacklogFull:
        return Words::tr(
                   "%n client(s) wait and no more fit: %1 does not accept, and Connect of the next one blocks "
                   "whatever its timeout.",
                   nullptr, plural(finding.count))
            .arg(serverOf(finding));
    case FindingId::AclMask:
    case FindingId::GroupMissing:
        return accessSentenceOf(finding);
    case FindingId::OtherDirectory:
        return directorySentence(finding);
    case FindingId::PathTooLong:
        return pathSentence(finding);
    case FindingId::NameInUse:
        return Words::tr(
                   "A server of user %1 has ended and left it behind in a sticky directory, where only that user "
                   "may delete it: a server of another user with this name fails with \"Address already in use\".")
            .arg(finding.pipe->owner);
    case FindingId::RuntimeLeftover:
        break;
    }
    return Words::tr(
               "The .NET process %1 was killed, and %n file(s) of its runtime for debuggers and diagnostics "
               "were left behind.",
               nullptr, plural(finding.files.size()))
        .arg(finding.count);
}

// NOLINTNEXTLINE(readability-function-size): a table
QString findingRemedy(const Finding &finding)
{
    switch (finding.id) {
    case FindingId::Stale:
        return Words::tr("Start the server again, or delete the file.");
    case FindingId::TakenOver:
        return Words::tr("Run only one of them, or give each a name of its own; then restart the one that stays. "
                         "FirstPipeInstance makes the second one fail instead.");
    case FindingId::Orphaned:
        return Words::tr("Restart %1, which creates the file again.").arg(serverOf(finding));
    case FindingId::ShutDown:
        return Words::tr("Restart %1.").arg(serverOf(finding));
    case FindingId::Cleaner:
        return Words::tr("Exclude the file from cleaning (rule: %1), or let both programs use a TMPDIR that is not "
                         "cleaned, such as $XDG_RUNTIME_DIR.")
            .arg(finding.deletion->rule());
    case FindingId::WaitingClient:
        return Words::tr("End the connection that is in the way, or create the server with more instances "
                         "(maxNumberOfServerInstances) and wait for a client with each.");
    case FindingId::Unread:
        return Words::tr("See what is unread, and what %1 does instead of reading: it may wait for more bytes, or for "
                         "the other side.")
            .arg(whoText(finding.processes));
    case FindingId::BacklogFull:
        return Words::tr("Find out why %1 does not call WaitForConnection, or restart it.").arg(serverOf(finding));
    case FindingId::AclMask:
        return Words::tr("Restore the mask. To change rights later, use setfacl instead of chmod.");
    case FindingId::GroupMissing:
        return Words::tr("Log in again (a desktop session too), and restart the process from there.");
    case FindingId::OtherDirectory:
        return finding.namespaceLabel.isEmpty() && finding.pipe->namespaceLabel.isEmpty()
            ? Words::tr("Start both with the same TMPDIR, or use an absolute path as the pipe's name.")
            : Words::tr("Share a directory between the two, and name the pipe by its absolute path there; for a "
                        "systemd unit PrivateTmp=no or JoinsNamespaceOf=.");
    case FindingId::PathTooLong:
        return Words::tr("Choose a shorter name, or a shorter TMPDIR.");
    case FindingId::NameInUse:
        return Words::tr(
                   "User %1 or root can delete it. So that it does not happen again, put the user's name into the name "
                   "of the pipe, or use a TMPDIR for each user.")
            .arg(finding.pipe->owner);
    case FindingId::RuntimeLeftover:
        break;
    }
    return Words::tr("Delete them: no process uses them any more.");
}

QString findingCommand(const Finding &finding)
{
    const QString word = access::shellWord(escapedText(finding.path));
    switch (finding.id) {
    case FindingId::Stale:
        return clean({ finding.path });
    case FindingId::NameInUse:
        return QStringLiteral("sudo ") + clean({ finding.path });
    case FindingId::RuntimeLeftover:
        return clean(finding.files);
    case FindingId::TakenOver:
    case FindingId::Orphaned:
    case FindingId::ShutDown:
    case FindingId::WaitingClient:
    case FindingId::BacklogFull:
        return QStringLiteral("pipeglass show ") + word;
    case FindingId::Unread:
        return QStringLiteral("pipeglass peek ") + word;
    case FindingId::AclMask:
        return finding.command;
    case FindingId::GroupMissing:
        return finding.processes.isEmpty()
            ? QString()
            : QStringLiteral("pipeglass access %1 --as pid:%2").arg(word).arg(finding.processes.front().pid);
    case FindingId::OtherDirectory:
        return finding.namespaceLabel.isEmpty() && finding.pipe->namespaceLabel.isEmpty()
            ? QStringLiteral("export TMPDIR=") + access::shellWord(escapedText(finding.pipe->directory))
            : QString();
    case FindingId::Cleaner:
        return cleanerCommand(finding);
    case FindingId::PathTooLong:
        break;
    }
    return {};
}

} // namespace pipeglass::text
