// SPDX-License-Identifier: MIT
#include "access/verdicts/warnings.h"

#include "access/accesstext.h"
#include "core/bytetext.h"
#include "core/path.h"
#include "core/system/procfile.h"

#include <QCoreApplication>
#include <QDir>

#include <algorithm>

namespace pipeglass::access {

namespace {

/// Detects the runtime's thread names (".NET Finalizer", ".NET SynchManag"), which everybody may read.
bool runsDotNet(pid_t pid)
{
    const QDir threads(QStringLiteral("/proc/%1/task").arg(pid));
    const QStringList numbers = threads.entryList(QDir::Dirs | QDir::NoDotAndDotDot);
    return numbers.isEmpty() || std::any_of(numbers.begin(), numbers.end(), [pid](const QString &number) {
               const QByteArray leaf = "task/" + number.toLatin1() + "/comm";
               return readProc(pid, leaf.constData()).value_or(QByteArray()).startsWith(".NET ");
           });
}

/// True also for an unknown server.
bool serverMayBeDotNet(const Server &server)
{
    return server.processes.empty() || std::any_of(server.processes.begin(), server.processes.end(), runsDotNet);
}

QString currentUserOnly(const Verdict &verdict, const Subject &subject, const Target &target)
{
    const Permissions &permissions = target.facts.permissions;
    const bool shows = permissions.mode.bits() == 0600;
    if (!subject.uid || *subject.uid == permissions.owner || (!shows && !verdict.allowed))
        return {};
    if (!serverMayBeDotNet(target.server))
        return {};
    if (shows)
        return AccessText::tr(
            "Mode 0600 may be set by CurrentUserOnly (.NET 11 and later): such a server refuses every other "
            "user, whatever the mode is.");
    return AccessText::tr(
        "The server may still refuse: with CurrentUserOnly a .NET server refuses every other user, and "
        "up to .NET 10 the file does not show it.");
}

QString otherTemporaryDirectory(const Subject &subject, const Target &target)
{
    // Other names are connected to by path, so TMPDIR does not matter.
    if (!leafOf(target.path).startsWith("CoreFxPipe_"))
        return {};
    const auto environment = readProc(*subject.pid, "environ");
    if (!environment)
        return {};
    // /proc shows the environment at process start; our own may have changed.
    QByteArray theirs =
        subject.isMe ? qgetenv("TMPDIR") : environmentValue(*environment, "TMPDIR").value_or(QByteArray());
    while (theirs.size() > 1 && theirs.endsWith('/'))
        theirs.chop(1);
    if (theirs.isEmpty())
        theirs = "/tmp";
    if (theirs == directoryOf(pathInside(target.path)))
        return {};
    return AccessText::tr(
               "A .NET program searches in its TMPDIR, which is %1 for this process, so it does not find this pipe "
               "by name.")
        .arg(escapedText(theirs));
}

QString missingGroups(const Verdict &verdict, const Subject &subject, const Target &target)
{
    if (verdict.allowed || !subject.uid || !target.reached)
        return {};
    const Account account = accountOf(*subject.uid);
    QStringList missing;
    for (const gid_t gid : account.groups) {
        if (!subject.isIn(gid))
            missing << nameOf({ PrincipalKind::Group, gid });
    }
    if (missing.isEmpty() || !evaluate(target.directories, target.facts.permissions, userSubject(account)).allowed)
        return {};
    return AccessText::
        tr("Its account could connect, but the process was started before it was in %1. Log in again and restart it.")
            .arg(missing.join(QLatin1String(", ")));
}

QString confinement(pid_t pid)
{
    QByteArray profile = readProc(pid, "attr/current").value_or(QByteArray());
    profile = profile.split('\0').first().trimmed();
    if (profile.isEmpty() || profile == "unconfined" || profile == "kernel")
        return {};
    return AccessText::tr("A security module confines it (%1) and may refuse what the permissions allow.")
        .arg(escapedText(profile));
}

} // namespace

QString warningFor(const Verdict &verdict, const Subject &subject, const Target &target)
{
    QStringList parts{ currentUserOnly(verdict, subject, target) };
    if (subject.pid)
        parts << otherTemporaryDirectory(subject, target) << missingGroups(verdict, subject, target)
              << confinement(*subject.pid);
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

} // namespace pipeglass::access
