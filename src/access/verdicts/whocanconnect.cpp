// SPDX-License-Identifier: MIT
#include "access/verdicts/whocanconnect.h"

#include "access/accesstext.h"
#include "access/permissions/target.h"
#include "core/enumeration.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::access {

using catalog::PipeState;

namespace {

void addOnce(std::vector<Principal> &people, const Principal &who)
{
    if (std::find(people.begin(), people.end(), who) == people.end())
        people.push_back(who);
}

void addNamed(std::vector<Principal> &people, const Permissions &permissions, PrincipalKind kind)
{
    for (const AclEntry &entry : permissions.acl.named) {
        if (entry.who.kind == kind)
            addOnce(people, entry.who);
    }
}

/// Why nobody can connect, and the remedy.
QString noListenerSentence(PipeState state)
{
    const QString nobody = AccessText::tr("Nobody can connect, because nobody listens");
    switch (state) {
    case PipeState::Bound:
        return nobody
            + AccessText::tr(
                   ": a server has the name but does not listen on it. Wait a moment, or restart the server.");
    case PipeState::ShutDown:
        return nobody + AccessText::tr(": the listener was shut down. Restart the process that holds it.");
    case PipeState::Orphaned:
        return nobody
            + AccessText::tr(" under this name: the file is gone. Restart the server, which creates it again.");
    case PipeState::TakenOver:
        return nobody + AccessText::tr(" here: the name leads to another process's socket. Restart the server.");
    default:
        return nobody + AccessText::tr(": the server has ended and left this file behind. Start the server again.");
    }
}

/// "group and others lack write permission.", with the owner if it lacks it too.
QString lackSentence(const std::vector<TableRow> &rows)
{
    QStringList lacking;
    bool groupLacks = true;
    for (const TableRow &row : rows) {
        if (row.who.kind == PrincipalKind::User && row.rule == Rule::Owner && !row.canConnect)
            lacking << AccessText::tr("the owner");
        groupLacks = groupLacks && !(row.who.kind == PrincipalKind::Group && row.canConnect);
    }
    if (groupLacks)
        lacking << AccessText::tr("group");
    return AccessText::tr("%1 lack write permission.").arg(enumeration(lacking << AccessText::tr("others")));
}

} // namespace

bool WhoCanConnect::hasListener() const { return state == PipeState::Listening || state == PipeState::Unknown; }

std::vector<Principal> principalsOf(const Permissions &permissions)
{
    std::vector<Principal> people;
    addOnce(people, { PrincipalKind::User, permissions.owner });
    addOnce(people, { PrincipalKind::User, 0 });
    addNamed(people, permissions, PrincipalKind::User);
    addOnce(people, { PrincipalKind::Group, permissions.group });
    addNamed(people, permissions, PrincipalKind::Group);
    addOnce(people, { PrincipalKind::Everyone, 0 });
    return people;
}

WhoCanConnect
whoCanConnect(const Permissions &permissions, const std::vector<DirectoryFacts> &directories, PipeState state)
{
    // Groups of named users matter only if Linux ignores the ACL, or for directories.
    const bool groupsCount = permissions.acl.mask == quint8{ 0 } || !directories.empty();
    WhoCanConnect who{ state, {} };
    for (const Principal &one : principalsOf(permissions)) {
        const bool isUser = one.kind == PrincipalKind::User;
        const Subject subject = isUser && !groupsCount ? userSubject({ one.id, {} }) : subjectOf(one);
        const Verdict verdict = evaluate(directories, permissions, subject);
        who.rows.push_back({ one, verdict.allowed, verdict.rule });
    }
    return who;
}

WhoCanConnect whoCanConnect(const Target &target)
{
    if (!target.reached)
        return { target.server.state, {} };
    return whoCanConnect(target.facts.permissions, target.directories, target.server.state);
}

WhoCanConnect whoCanConnect(const catalog::PipeEntry &entry)
{
    if (!entry.hasFile)
        return { entry.state, {} };
    const Acl acl = Acl::decode(entry.accessList).value_or(Acl::fromMode(entry.mode));
    return whoCanConnect({ entry.uid, entry.gid, entry.mode, acl }, {}, entry.state);
}

QString permissionSentence(const std::vector<TableRow> &rows)
{
    QStringList can;
    QStringList cannot;
    const TableRow *everyone = nullptr;
    for (const TableRow &row : rows) {
        if (row.who.kind == PrincipalKind::Everyone)
            everyone = &row;
        else
            (row.canConnect ? can : cannot) << (row.who.kind == PrincipalKind::User ? nameOf(row.who) : words(row.who));
    }
    if (everyone == nullptr)
        return {};
    if (everyone->canConnect)
        return cannot.isEmpty() ? AccessText::tr("Everyone can connect.")
                                : AccessText::tr("Everyone except %1 can connect.").arg(enumeration(cannot));
    const QString why = everyone->rule == Rule::Directory
        ? AccessText::tr("a directory above may not be searched by others.")
        : lackSentence(rows);
    return can.isEmpty() ? AccessText::tr("Nobody can connect: %1").arg(why)
                         : AccessText::tr("Only %1 can connect: %2").arg(enumeration(can), why);
}

QString sentenceFor(const WhoCanConnect &who)
{
    return who.hasListener() ? permissionSentence(who.rows) : noListenerSentence(who.state);
}

} // namespace pipeglass::access
