// SPDX-License-Identifier: MIT
#include "access/sentences.h"

#include "core/bytetext.h"

#include <QCoreApplication>

namespace pipeglass::access {

namespace {

QString tr(const char *text) { return QCoreApplication::translate("Access", text); }

QString yes(const Verdict &verdict, const Permissions &permissions, const QString &who)
{
    switch (verdict.rule) {
    case Rule::Owner:
        return tr("%1 can connect: the owner of the socket has write permission.").arg(who);
    case Rule::Group:
        return tr("%1 can connect: the group %2 has write permission.").arg(who, nameOf(*verdict.entry));
    case Rule::AclUser:
        return tr("%1 can connect: the access list names this user with write permission.").arg(who);
    case Rule::AclGroup:
        return tr("%1 can connect: the access list names the group %2 with write permission.")
            .arg(who, nameOf(*verdict.entry));
    case Rule::Root:
        return tr("%1 can connect: root's rights override the mode %2.").arg(who, permissions.mode.octal());
    default:
        break;
    }
    if (verdict.listIgnored)
        return tr("%1 can connect: the mask of the access list is empty, so Linux ignores the list, and others "
                  "have write permission.")
            .arg(who);
    return tr("%1 can connect: others have write permission.").arg(who);
}

QString masked(const Verdict &verdict, const Permissions &permissions, const QString &who)
{
    const QString mask = rwxText(permissions.acl.groupBits());
    if (permissions.acl.groupBits() == 0)
        return tr("%1 cannot connect: the access list would let %2 in, but its mask is empty (a chmod sets it by the "
                  "middle digit), so Linux ignores the list, and others lack write permission.")
            .arg(who, words(*verdict.entry));
    return tr("%1 cannot connect: the access list would let %2 in, but its mask %3 takes write permission away "
              "(a chmod sets it by the middle digit).")
        .arg(who, words(*verdict.entry), mask);
}

QString no(const Verdict &verdict, const Permissions &permissions, const QString &who)
{
    switch (verdict.rule) {
    case Rule::Owner:
        return tr("%1 cannot connect: the owner of the socket lacks write permission, and for the owner nothing else "
                  "counts.")
            .arg(who);
    case Rule::Group:
        return tr("%1 cannot connect: the group %2 lacks write permission.").arg(who, nameOf(*verdict.entry));
    case Rule::AclUser:
        return tr("%1 cannot connect: the access list names this user without write permission.").arg(who);
    case Rule::AclGroup:
        return tr("%1 cannot connect: the access list names the group %2 without write permission.")
            .arg(who, nameOf(*verdict.entry));
    case Rule::Mask:
        return masked(verdict, permissions, who);
    case Rule::Directory:
        return tr("%1 cannot connect: the directory %2 above the socket may not be searched (it lacks the x "
                  "permission).")
            .arg(who, escapedText(verdict.directory));
    default:
        break;
    }
    const bool groupCan = (permissions.acl.group & permissions.acl.groupBits() & 2U) != 0;
    const bool namedCan = permissions.acl.isExtended() && (permissions.acl.groupBits() & 2U) != 0;
    if (groupCan || namedCan)
        return tr("%1 cannot connect: others lack write permission, and none of the groups that have it fits.")
            .arg(who);
    if ((permissions.acl.owner & 2U) == 0)
        return tr("%1 cannot connect, only root can: nobody has write permission.").arg(who);
    return permissions.owner == 0
        ? tr("%1 cannot connect, only root can: group and others lack write permission.").arg(who)
        : tr("%1 cannot connect, only %2 and root can: group and others lack write permission.")
              .arg(who, nameOf({ PrincipalKind::User, permissions.owner }));
}

QString currentUserOnly(const Verdict &verdict, const Subject &subject, const Permissions &permissions)
{
    if (!subject.uid || *subject.uid == permissions.owner)
        return {};
    if (permissions.mode.bits() == 0600)
        return tr(
            "Mode 0600 is the trace that CurrentUserOnly leaves from .NET 11 on: such a server refuses every user "
            "but its own, whatever the mode says.");
    if (verdict.allowed)
        return tr("The server may still refuse: with CurrentUserOnly a .NET server turns away every user but its own, "
                  "and up to .NET 10 the file does not show it.");
    return {};
}

} // namespace

QString sentenceFor(const Verdict &verdict, const Subject &subject, const Target &target)
{
    const Permissions &permissions = target.facts.permissions;
    const QString who = subject.name();
    return verdict.allowed ? yes(verdict, permissions, who) : no(verdict, permissions, who);
}

QString elsewhereSentence(const Subject &subject, const Target &target)
{
    return tr("%1 cannot connect: it has another root directory or other mounts (a container, for example), and there "
              "%2 is not this socket.")
        .arg(subject.name(), escapedText(target.path));
}

QString warningFor(
    const Verdict &verdict, const Subject &subject, const Target &target, const ProcessView &view, bool accountCould)
{
    QStringList parts;
    parts << currentUserOnly(verdict, subject, target.facts.permissions);
    if (view.otherTemporaryDirectory)
        parts
            << tr("A .NET program looks in its TMPDIR: this process has %1 there, so by the pipe's name it never finds "
                  "this one.")
                   .arg(escapedText(*view.otherTemporaryDirectory));
    if (!verdict.allowed && accountCould) {
        QStringList groups;
        for (const gid_t gid : view.missingGroups)
            groups << nameOf({ PrincipalKind::Group, gid });
        parts << tr("Its account could connect: the process was started before it was in %1. Log in again and start it "
                    "anew.")
                     .arg(groups.join(QLatin1String(", ")));
    }
    if (!view.confinedBy.isEmpty())
        parts << tr("A security module confines it (%1) and may refuse beyond what modes say.")
                     .arg(escapedText(view.confinedBy));
    parts.removeAll(QString());
    return parts.join(QLatin1Char(' '));
}

} // namespace pipeglass::access
