// SPDX-License-Identifier: MIT
#include "access/changes/plan.h"

#include "access/accesstext.h"
#include "access/changes/shellcommand.h"
#include "access/permissions/grant.h"
#include "core/bytetext.h"

#include <QCoreApplication>

#include <algorithm>

namespace pipeglass::access {

namespace {

void setAcl(Permissions &permissions, const Acl &acl)
{
    permissions.acl = acl;
    permissions.mode = FileMode((permissions.mode.bits() & ~0777U) | acl.mode().bits());
}

Status grantWish(Permissions &permissions, const Wish &wish)
{
    const Subject subject = subjectOf(wish.who);
    if (wish.who.kind == PrincipalKind::Everyone && wish.allow) {
        allow(permissions, wish.who, connectBits, writeBit);
        return {};
    }
    if (evaluateSocket(permissions, subject).allowed == wish.allow)
        return {};
    if (!wish.allow && subject.overrides)
        return failure(
            ErrorCode::InvalidArgument, words(wish.who).toUtf8(),
            AccessText::tr("root can always connect, whatever the permissions"));
    if (wish.allow)
        allow(permissions, wish.who, connectBits, writeBit);
    else
        deny(permissions, wish.who);
    if (evaluateSocket(permissions, subject).allowed != wish.allow)
        return failure(
            ErrorCode::InvalidArgument, words(wish.who).toUtf8(),
            AccessText::tr("no permission of this file can achieve that"));
    return {};
}

Result<Permissions> carriedOut(const Target &target, const ChangeRequest &request)
{
    Permissions after = target.facts.permissions;
    after.owner = request.owner.value_or(after.owner);
    after.group = request.group.value_or(after.group);
    if (request.acl)
        setAcl(after, *request.acl);
    if (request.mode) {
        if (request.mode->bits() > 0777)
            return failure(
                ErrorCode::InvalidArgument, request.mode->octal().toLatin1(),
                AccessText::tr("a pipe has no set-id or sticky bits: the maximum is 0777"));
        setAcl(after, after.acl.withMode(*request.mode));
    }
    for (const Wish &wish : request.wishes) {
        if (const Status granted = grantWish(after, wish); !granted)
            return failure(granted.error());
    }
    return after;
}

void noteMask(Preview &preview)
{
    const Acl &before = preview.target.facts.permissions.acl;
    const Acl &after = preview.after.acl;
    if (!after.isExtended())
        return;
    const QString mask = rwxText(*after.mask);
    if (*after.mask == 0) {
        preview.notes.push_back(AccessText::tr(
            "The mask becomes empty (---). Linux then ignores the access control list: users and groups named "
            "in it count as others."));
    } else if (before.mask && *before.mask != *after.mask && (*after.mask & writeBit) == 0) {
        preview.notes.push_back(
            AccessText::tr("The middle digit of a mode sets the mask of the access control list. With the mask %1 "
                           "neither the group nor anybody named in the list can connect.")
                .arg(mask));
    } else if (before.mask != after.mask) {
        preview.notes.push_back(
            AccessText::tr("The mask becomes %1: the upper limit for the group and for users and groups "
                           "in the access control list. A later chmod "
                           "of the group's digit changes it.")
                .arg(mask));
    }
}

void noteUnreached(Preview &preview, const ChangeRequest &request)
{
    for (const Wish &wish : request.wishes) {
        if (!wish.allow)
            continue;
        const Verdict verdict = evaluate(preview.target.directories, preview.after, subjectOf(wish.who));
        if (!verdict.allowed && verdict.rule == Rule::Directory)
            preview.notes.push_back(AccessText::tr("%1 still cannot connect: no search permission on the directory %2.")
                                        .arg(subjectOf(wish.who).name(), escapedText(verdict.directory)));
    }
}

QString commandFor(const Target &target, const Permissions &after)
{
    ShellCommand command;
    command.change(target.path, target.facts.permissions, after);
    return command.text();
}

bool areAlike(const WantedChange &one, const WantedChange &other)
{
    return one.request == other.request && one.target.reached == other.target.reached
        && one.target.facts.permissions == other.target.facts.permissions
        && one.target.facts.listsPossible == other.target.facts.listsPossible
        && one.target.directories == other.target.directories;
}

} // namespace

Result<Preview> plan(const Target &target, const ChangeRequest &request)
{
    if (!target.reached)
        return failure(ErrorCode::PermissionDenied, target.path);
    const Result<Permissions> after = carriedOut(target, request);
    if (!after)
        return failure(after.error());
    if (after->acl.isExtended() && !target.facts.listsPossible)
        return failure(ErrorCode::AclUnsupported, target.path);
    Preview preview{ target, *after, effectOf(target, *after), commandFor(target, *after), {} };
    noteMask(preview);
    noteUnreached(preview, request);
    return preview;
}

std::vector<Result<Preview>> planAll(const std::vector<WantedChange> &changes)
{
    std::vector<Result<Preview>> previews;
    previews.reserve(changes.size());
    std::vector<size_t> kinds; // index of the first of each kind
    for (const WantedChange &change : changes) {
        const auto kind =
            std::find_if(kinds.begin(), kinds.end(), [&](size_t first) { return areAlike(changes[first], change); });
        if (kind == kinds.end() || !previews[*kind]) {
            kinds.push_back(previews.size());
            previews.push_back(plan(change.target, change.request));
            continue;
        }
        Preview preview = *previews[*kind];
        preview.target = change.target;
        preview.command = commandFor(preview.target, preview.after);
        previews.emplace_back(std::move(preview));
    }
    return previews;
}

} // namespace pipeglass::access
