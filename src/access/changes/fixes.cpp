// SPDX-License-Identifier: MIT
#include "access/changes/fixes.h"

#include "access/accesstext.h"
#include "access/changes/shellcommand.h"
#include "access/permissions/grant.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::access {

namespace {

struct Candidate {
    QString title;
    ChangeRequest request;
};

ChangeRequest allowing(const Principal &who)
{
    ChangeRequest request;
    request.wishes = { { true, who } };
    return request;
}

std::vector<Candidate> candidates(const Target &target, const Subject &subject)
{
    const Permissions &now = target.facts.permissions;
    std::vector<Candidate> list;
    if (evaluateSocket(now, subject).allowed)
        list.push_back({ AccessText::tr("Leave the socket as it is"), {} });
    if (subject.uid) {
        const Principal user{ PrincipalKind::User, *subject.uid };
        ChangeRequest request = allowing(user);
        if (subject.isRootWithoutRights()) { // for plan(), root can connect already
            Permissions granted = now;
            allow(granted, user, connectBits, writeBit);
            request = {};
            request.acl = granted.acl;
        }
        list.push_back({ AccessText::tr("Let the user %1 connect").arg(nameOf(user)), request });
    }
    for (const Principal &who : principalsOf(now)) {
        if (who.kind == PrincipalKind::Group && subject.isIn(who.id))
            list.push_back({ AccessText::tr("Let the group %1 connect").arg(nameOf(who)), allowing(who) });
    }
    if (now.acl.isExtended()) {
        Permissions widened = now;
        restoreMask(widened);
        ChangeRequest request;
        request.acl = widened.acl;
        list.push_back(
            { AccessText::tr("Restore the mask of the access control list, which a chmod has reduced"), request });
    }
    list.push_back({ AccessText::tr("Let everyone connect"), allowing({ PrincipalKind::Everyone, 0 }) });
    return list;
}

/// Grants search permission on the blocking directories, if possible to the subject only.
std::vector<DirectoryFacts> openedDirectories(const Target &target, const Subject &subject, ShellCommand &command)
{
    std::vector<DirectoryFacts> directories = target.directories;
    for (DirectoryFacts &directory : directories) {
        if (maySearch(directory.permissions, subject))
            continue;
        const Permissions before = directory.permissions;
        const Principal who = subject.uid ? Principal{ PrincipalKind::User, *subject.uid } : Principal{};
        allow(directory.permissions, who, searchBit, searchBit);
        command.change(directory.path, before, directory.permissions);
    }
    return directories;
}

/// The effect of a fix, including the subject if no entry names it.
Effect effectFor(
    const Subject &subject, const Target &target, const std::vector<DirectoryFacts> &directories,
    const Permissions &after)
{
    Effect effect = effectOf(target, directories, after);
    const bool named = std::any_of(effect.gains.begin(), effect.gains.end(), [&](const Principal &who) {
        return who.kind == PrincipalKind::Everyone || (who.kind == PrincipalKind::Group && subject.isIn(who.id))
            || (who.kind == PrincipalKind::User && subject.uid == who.id);
    });
    if (subject.uid && !named)
        effect.gains.push_back({ PrincipalKind::User, *subject.uid });
    return effect;
}

/// A user weighs less than a group, and a group less than everyone; gains and losses weigh the same.
int weight(const Fix &fix)
{
    int sum = fix.needsDirectories ? 1 : 0;
    const auto add = [&sum](const std::vector<Principal> &people) {
        for (const Principal &who : people)
            sum += who.kind == PrincipalKind::User ? 10 : who.kind == PrincipalKind::Group ? 1000 : 100'000;
    };
    add(fix.effect.gains);
    add(fix.effect.loses);
    return sum;
}

} // namespace

std::vector<Fix> fixesFor(const Target &target, const Subject &subject)
{
    std::vector<Fix> fixes;
    if (!target.reached || evaluate(target.directories, target.facts.permissions, subject).allowed)
        return fixes;
    std::vector<Permissions> seen;
    for (const Candidate &candidate : candidates(target, subject)) {
        const Result<Preview> preview = plan(target, candidate.request);
        if (!preview || std::find(seen.begin(), seen.end(), preview->after) != seen.end())
            continue;
        ShellCommand command;
        const auto directories = openedDirectories(target, subject, command);
        if (!evaluate(directories, preview->after, subject).allowed)
            continue;
        seen.push_back(preview->after);
        command.change(target.path, target.facts.permissions, preview->after);
        const bool needsDirectories = directories != target.directories;
        fixes.push_back(
            { needsDirectories
                  ? AccessText::tr("%1, and grant search permission on the directories above").arg(candidate.title)
                  : candidate.title,
              command.text(), effectFor(subject, target, directories, preview->after), candidate.request,
              needsDirectories });
    }
    std::stable_sort(fixes.begin(), fixes.end(), [](const Fix &a, const Fix &b) { return weight(a) < weight(b); });
    return fixes;
}

} // namespace pipeglass::access
