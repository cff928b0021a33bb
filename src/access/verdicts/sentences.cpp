// SPDX-License-Identifier: MIT
#include "access/verdicts/sentences.h"

#include "access/accesstext.h"
#include "access/verdicts/whocanconnect.h"
#include "core/bytetext.h"
#include "core/enumeration.h"

#include <QCoreApplication>

namespace pipeglass::access {

namespace {

QString yes(const Verdict &verdict, const Permissions &permissions, const QString &who)
{
    switch (verdict.rule) {
    case Rule::Owner:
        return AccessText::tr("%1 can connect: the owner of the socket has write permission.").arg(who);
    case Rule::Group:
        return AccessText::tr("%1 can connect: the group %2 has write permission.").arg(who, nameOf(*verdict.entry));
    case Rule::AclUser:
        return AccessText::tr("%1 can connect: the ACL names this user with write permission.").arg(who);
    case Rule::AclGroup:
        return AccessText::tr("%1 can connect: the ACL names the group %2 with write permission.")
            .arg(who, nameOf(*verdict.entry));
    case Rule::Root:
        return AccessText::tr("%1 can connect: root's rights override the mode %2.").arg(who, permissions.mode.octal());
    default:
        break;
    }
    if (verdict.listIgnored)
        return AccessText::tr("%1 can connect: the mask of the ACL is empty, so Linux ignores the list, and others "
                              "have write permission.")
            .arg(who);
    return AccessText::tr("%1 can connect: others have write permission.").arg(who);
}

QString masked(const Verdict &verdict, const Permissions &permissions, const QString &who)
{
    const QString mask = rwxText(permissions.acl.groupBits());
    if (permissions.acl.groupBits() == 0)
        return AccessText::tr(
                   "%1 cannot connect: the ACL would let %2 in, but its mask is empty (a chmod sets it by the "
                   "middle digit), so Linux ignores the list, and others lack write permission.")
            .arg(who, words(*verdict.entry));
    return AccessText::tr("%1 cannot connect: the ACL would let %2 in, but its mask %3 takes write permission away "
                          "(a chmod sets it by the middle digit).")
        .arg(who, words(*verdict.entry), mask);
}

/// Adds who else can connect, if only the owner's bits or none grant it.
QString onlyOthers(const Subject &subject, const Target &target)
{
    QStringList can;
    for (const TableRow &row : whoCanConnect(target).rows) {
        const bool isRoot = row.who == Principal{ PrincipalKind::User, 0 };
        if (row.canConnect && !(isRoot && subject.isRootWithoutRights()))
            can << nameOf(row.who);
    }
    const QString why = (target.facts.permissions.acl.owner & 2U) == 0 || target.facts.permissions.owner == subject.uid
        ? AccessText::tr("nobody has write permission.")
        : AccessText::tr("group and others lack write permission.");
    const QString who = subject.name();
    if (subject.isRootWithoutRights())
        return can.isEmpty()
            ? AccessText::tr("%1 cannot connect; only root with its rights can: %2").arg(who, why)
            : AccessText::tr("%1 cannot connect; %2 can, and root with its rights: %3").arg(who, enumeration(can), why);
    return can.isEmpty() ? AccessText::tr("%1 cannot connect: %2").arg(who, why)
                         : AccessText::tr("%1 cannot connect, only %2 can: %3").arg(who, enumeration(can), why);
}

QString no(const Verdict &verdict, const Subject &subject, const Target &target)
{
    const Permissions &permissions = target.facts.permissions;
    const QString who = subject.name();
    if (verdict.rule != Rule::Directory && subject.overrides)
        return AccessText::tr(
                   "%1 cannot connect: root's rights do not apply here, because the owner or group of the socket is a "
                   "number that this user namespace does not know.")
            .arg(who);
    switch (verdict.rule) {
    case Rule::Owner:
        return AccessText::tr(
                   "%1 cannot connect: the owner of the socket lacks write permission, and for the owner nothing else "
                   "counts.")
            .arg(who);
    case Rule::Group:
        return AccessText::tr("%1 cannot connect: the group %2 lacks write permission.")
            .arg(who, nameOf(*verdict.entry));
    case Rule::AclUser:
        return AccessText::tr("%1 cannot connect: the ACL names this user without write permission.").arg(who);
    case Rule::AclGroup:
        return AccessText::tr("%1 cannot connect: the ACL names the group %2 without write permission.")
            .arg(who, nameOf(*verdict.entry));
    case Rule::Mask:
        return masked(verdict, permissions, who);
    case Rule::Directory:
        return AccessText::tr(
                   "%1 cannot connect: no search permission on the directory %2 above the socket (it lacks the x "
                   "permission).")
            .arg(who, escapedText(verdict.directory));
    default:
        break;
    }
    const bool groupCan = (permissions.acl.group & permissions.acl.groupBits() & 2U) != 0;
    const bool namedCan = permissions.acl.isExtended() && (permissions.acl.groupBits() & 2U) != 0;
    if (groupCan || namedCan)
        return AccessText::tr(
                   "%1 cannot connect: others lack write permission, and none of the groups that have it fits.")
            .arg(who);
    return onlyOthers(subject, target);
}

QString kernelSentence(bool granted, const Subject &subject, const Target &target)
{
    const KnownIds here = idsKnownHere();
    const bool strangers = here.uids && !here.contain(target.facts.permissions);
    const QString answer = granted
        ? AccessText::tr("%1 can connect according to the kernel, although the permissions as seen from here "
                         "would not allow it.")
        : AccessText::tr("%1 cannot connect according to the kernel, although the permissions as seen from "
                         "here would allow it.");
    const QString why = strangers
        ? AccessText::tr(
            "The owner or the group of the socket is a number that this user namespace does not know, so capabilities "
            "do not apply, and names cannot be compared.")
        : AccessText::tr("A security module (SELinux, AppArmor), a capability or the file system may be the reason.");
    return answer.arg(subject.name()) + u' ' + why;
}

} // namespace

QString sentenceFor(const Verdict &verdict, const Subject &subject, const Target &target)
{
    if (verdict.rule == Rule::Kernel)
        return kernelSentence(verdict.allowed, subject, target);
    return verdict.allowed ? yes(verdict, target.facts.permissions, subject.name()) : no(verdict, subject, target);
}

QString elsewhereSentence(const Subject &subject, const Target &target)
{
    return AccessText::tr(
               "%1 cannot connect: it has another root directory or other mounts (a container, for example), and there "
               "%2 is not this socket.")
        .arg(subject.name(), escapedText(pathInside(target.path)));
}

} // namespace pipeglass::access
