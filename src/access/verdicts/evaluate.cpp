// SPDX-License-Identifier: MIT
#include "access/verdicts/evaluate.h"

#include "access/permissions/grant.h"

namespace pipeglass::access {

namespace {

/// The ACL entries of a subject's groups: the first one that grants decides, else the first match.
struct GroupMatch {
    std::optional<Principal> entry;
    bool grants = false;
};

GroupMatch matchGroups(const Permissions &permissions, const Subject &subject, quint8 wanted)
{
    GroupMatch match;
    const auto consider = [&](gid_t gid, quint8 bits) {
        if (match.grants || !subject.isIn(gid))
            return;
        match.grants = (bits & wanted) != 0;
        if (match.grants || !match.entry)
            match.entry = Principal{ PrincipalKind::Group, gid };
    };
    consider(permissions.group, permissions.acl.group);
    for (const AclEntry &entry : permissions.acl.named) {
        if (entry.who.kind == PrincipalKind::Group)
            consider(entry.who.id, entry.permissions);
    }
    return match;
}

Rule ruleOf(const Permissions &permissions, const Principal &entry)
{
    if (entry.kind == PrincipalKind::User)
        return Rule::AclUser;
    return entry.id == permissions.group ? Rule::Group : Rule::AclGroup;
}

std::optional<AclEntry> namedUser(const Permissions &permissions, const Subject &subject)
{
    if (!subject.uid)
        return std::nullopt;
    const Principal who{ PrincipalKind::User, *subject.uid };
    const auto bits = permissions.acl.permissionsOf(who);
    return bits ? std::optional(AclEntry{ who, *bits }) : std::nullopt;
}

/// The ACL applies: its mask is not empty.
Verdict byList(const Permissions &permissions, const Subject &subject, quint8 wanted)
{
    const quint8 mask = permissions.acl.mask.value_or(0);
    GroupMatch match;
    if (const auto user = namedUser(permissions, subject))
        match = { user->who, (user->permissions & wanted) != 0 };
    else
        match = matchGroups(permissions, subject, wanted);
    if (!match.entry)
        return { (permissions.acl.other & wanted) != 0, Rule::Others, {}, false, {} };
    if (match.grants && (mask & wanted) == 0)
        return { false, Rule::Mask, match.entry, false, {} };
    return { match.grants, ruleOf(permissions, *match.entry), match.entry, false, {} };
}

/// Only the mode applies: no ACL, or an empty mask.
Verdict byMode(const Permissions &permissions, const Subject &subject, quint8 wanted)
{
    Verdict verdict;
    verdict.listIgnored = permissions.acl.isExtended();
    if (subject.isIn(permissions.group)) {
        verdict.rule = Rule::Group;
        verdict.entry = Principal{ PrincipalKind::Group, permissions.group };
        verdict.allowed = (permissions.acl.groupBits() & wanted) != 0;
    } else {
        verdict.allowed = (permissions.acl.other & wanted) != 0;
    }
    if (verdict.allowed || !verdict.listIgnored)
        return verdict;
    // Who would be granted without the empty mask?
    if (const auto user = namedUser(permissions, subject)) {
        if ((user->permissions & wanted) != 0) {
            verdict.rule = Rule::Mask;
            verdict.entry = user->who;
        }
    } else if (const GroupMatch match = matchGroups(permissions, subject, wanted); match.grants) {
        verdict.rule = Rule::Mask;
        verdict.entry = match.entry;
    }
    return verdict;
}

Verdict byClass(const Permissions &permissions, const Subject &subject, quint8 wanted)
{
    if (subject.uid == permissions.owner)
        return { (permissions.acl.owner & wanted) != 0, Rule::Owner, {}, false, {} };
    if (permissions.acl.isExtended() && permissions.acl.groupBits() != 0)
        return byList(permissions, subject, wanted);
    return byMode(permissions, subject, wanted);
}

} // namespace

QLatin1String word(Rule rule)
{
    switch (rule) {
    case Rule::Owner:
        return QLatin1String("owner");
    case Rule::Group:
        return QLatin1String("group");
    case Rule::AclUser:
        return QLatin1String("acl-user");
    case Rule::AclGroup:
        return QLatin1String("acl-group");
    case Rule::Mask:
        return QLatin1String("mask");
    case Rule::Others:
        return QLatin1String("others");
    case Rule::Directory:
        return QLatin1String("directory");
    case Rule::NoListener:
        return QLatin1String("no-listener");
    case Rule::Kernel:
        return QLatin1String("kernel");
    case Rule::Abstract:
        return QLatin1String("abstract");
    case Rule::Root:
        break;
    }
    return QLatin1String("root");
}

Verdict evaluateSocket(const Permissions &permissions, const Subject &subject)
{
    Verdict verdict = byClass(permissions, subject, writeBit);
    if (!verdict.allowed && subject.overrides && subject.known.contain(permissions))
        return { true, Rule::Root, {}, false, {} };
    return verdict;
}

bool maySearch(const Permissions &permissions, const Subject &subject)
{
    return byClass(permissions, subject, searchBit).allowed
        || ((subject.overrides || subject.searches) && subject.known.contain(permissions));
}

Verdict evaluate(const std::vector<DirectoryFacts> &directories, const Permissions &permissions, const Subject &subject)
{
    for (const DirectoryFacts &directory : directories) {
        if (!maySearch(directory.permissions, subject))
            return { false, Rule::Directory, {}, false, directory.path };
    }
    return evaluateSocket(permissions, subject);
}

} // namespace pipeglass::access
