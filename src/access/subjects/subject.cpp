// SPDX-License-Identifier: MIT
#include "access/subjects/subject.h"

#include "access/accesstext.h"
#include "core/bytetext.h"
#include "core/system/accounts.h"
#include "core/system/process.h"
#include "core/system/procfile.h"

#include <QCoreApplication>

#include <algorithm>

#include <linux/capability.h>
#include <unistd.h>

namespace pipeglass::access {

namespace {

std::optional<IdRanges> knownIds(pid_t pid, const char *map, IdColumn column)
{
    const auto text = readProc(pid, map);
    const IdRanges ids = text ? parseIdMap(*text, column).value_or(IdRanges()) : IdRanges();
    return ids.containsAll() ? std::nullopt : std::optional(ids);
}

/// If the maps of another user namespace cannot be read, no id counts as known.
KnownIds knownTo(pid_t pid)
{
    const auto theirs = readProcLink(pid, "ns/user");
    const auto ours = readProcLink(::getpid(), "ns/user");
    if (!theirs || !ours || *theirs == *ours)
        return idsKnownHere();
    return { knownIds(pid, "uid_map", IdColumn::Outside), knownIds(pid, "gid_map", IdColumn::Outside) };
}

QString userText(const Subject &subject)
{
    const QString user = userName(subject.uid.value_or(0));
    return subject.isRootWithoutRights() ? AccessText::tr("%1, without CAP_DAC_OVERRIDE").arg(user) : user;
}

} // namespace

bool KnownIds::contain(const Permissions &permissions) const
{
    return (!uids || uids->contains(permissions.owner)) && (!gids || gids->contains(permissions.group));
}

KnownIds idsKnownHere()
{
    const pid_t self = ::getpid();
    return { knownIds(self, "uid_map", IdColumn::Inside), knownIds(self, "gid_map", IdColumn::Inside) };
}

bool Subject::isIn(gid_t group) const { return std::find(groups.begin(), groups.end(), group) != groups.end(); }

QString Subject::name() const
{
    if (isMe)
        return AccessText::tr("You (%1)").arg(userText(*this));
    if (pid) {
        const QString user = userText(*this);
        return program.isEmpty()
            ? AccessText::tr("Process %1 (user %2)").arg(QString::number(*pid), user)
            : AccessText::tr("%1 (process %2, user %3)").arg(escapedText(program), QString::number(*pid), user);
    }
    if (uid)
        return AccessText::tr("User %1").arg(userName(*uid));
    return groups.empty() ? AccessText::tr("Everyone")
                          : AccessText::tr("A member of %1").arg(groupName(groups.front()));
}

Result<Subject> me()
{
    Result<Subject> subject = processSubject(::getpid());
    if (subject)
        subject->isMe = true;
    return subject;
}

Result<Subject> processSubject(pid_t pid)
{
    const auto status = readProc(pid, "status");
    const auto rights = status ? parseStatus(*status) : std::nullopt;
    if (!rights)
        return failure(ErrorCode::UnknownProcess, QByteArray::number(pid));
    const auto has = [&rights](unsigned capability) {
        return ((rights->effectiveCapabilities >> capability) & 1U) != 0;
    };
    Subject subject;
    subject.uid = rights->fsUid;
    subject.groups = rights->groups;
    subject.overrides = has(CAP_DAC_OVERRIDE);
    subject.searches = has(CAP_DAC_READ_SEARCH);
    subject.pid = pid;
    subject.program = describeProcess(pid, rights->fsUid).program;
    subject.known = knownTo(pid);
    return subject;
}

Subject userSubject(const Account &account)
{
    Subject subject;
    subject.uid = account.uid;
    subject.groups = account.groups;
    subject.overrides = subject.searches = account.uid == 0;
    if (subject.overrides)
        subject.known = idsKnownHere();
    return subject;
}

Subject subjectOf(const Principal &who)
{
    if (who.kind == PrincipalKind::User)
        return userSubject(accountOf(who.id));
    Subject subject;
    if (who.kind == PrincipalKind::Group)
        subject.groups = { who.id };
    return subject;
}

Result<Subject> parseSubject(const QByteArray &text)
{
    if (!text.startsWith("pid:"))
        return findUser(text).map(userSubject);
    bool good = false;
    const int pid = text.sliced(4).toInt(&good);
    if (!good || pid <= 0)
        return failure(ErrorCode::InvalidArgument, text, AccessText::tr("expected a process number after pid:"));
    return processSubject(pid);
}

} // namespace pipeglass::access
