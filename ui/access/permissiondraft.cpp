// SPDX-License-Identifier: MIT
#include "access/permissiondraft.h"

#include "access/permissions/grant.h"
#include "core/sortunique.h"

#include <algorithm>

namespace pipeglass::ui {

using access::Acl;
using access::AclEntry;
using access::Permissions;
using access::Principal;
using access::PrincipalKind;
using access::writeBit;

namespace {

void setAcl(Permissions &permissions, const Acl &acl)
{
    permissions.acl = acl;
    permissions.mode = FileMode((permissions.mode.bits() & ~0777U) | acl.mode().bits());
}

bool groupInEffect(const Acl &acl) { return (acl.group & acl.mask.value_or(7) & writeBit) != 0; }

bool entryInEffect(const Acl &acl, quint8 permissions)
{
    // With an empty mask the kernel ignores the list.
    const quint8 bits = acl.mask == quint8{ 0 } ? acl.other : permissions & acl.mask.value_or(7);
    return (bits & writeBit) != 0;
}

bool isCut(const Acl &acl, quint8 permissions)
{
    return (permissions & writeBit) != 0 && acl.mask && (*acl.mask & writeBit) == 0;
}

void grant(Permissions &permissions, const Principal &who, bool can)
{
    if (can)
        access::allow(permissions, who, access::connectBits, writeBit);
    else
        access::deny(permissions, who);
}

template <typename T, typename Get>
std::optional<T> common(const std::vector<Permissions> &all, Get get)
{
    if (all.empty())
        return std::nullopt;
    const T first = get(all.front());
    const bool same = std::all_of(all.begin(), all.end(), [&](const Permissions &one) { return get(one) == first; });
    return same ? std::optional<T>(first) : std::nullopt;
}

} // namespace

void PermissionDraft::reset(const std::vector<access::Target> &targets)
{
    m_now.clear();
    for (const access::Target &target : targets)
        m_now.push_back(target.facts.permissions);
    m_wanted = m_now;
}

void PermissionDraft::revert() { m_wanted = m_now; }

std::vector<std::pair<size_t, access::ChangeRequest>> PermissionDraft::requests() const
{
    std::vector<std::pair<size_t, access::ChangeRequest>> list;
    for (size_t at = 0; at < m_now.size(); ++at) {
        const Permissions &now = m_now[at];
        const Permissions &wanted = m_wanted[at];
        if (now == wanted)
            continue;
        access::ChangeRequest request;
        if (wanted.owner != now.owner)
            request.owner = wanted.owner;
        if (wanted.group != now.group)
            request.group = wanted.group;
        if (wanted.acl != now.acl)
            request.acl = wanted.acl;
        list.emplace_back(at, request);
    }
    return list;
}

template <typename Test>
Qt::CheckState PermissionDraft::state(Test test) const
{
    const auto yes = std::count_if(m_wanted.begin(), m_wanted.end(), test);
    if (yes == 0)
        return Qt::Unchecked;
    return static_cast<size_t>(yes) == m_wanted.size() ? Qt::Checked : Qt::PartiallyChecked;
}

Qt::CheckState PermissionDraft::ownerCan() const
{
    return state([](const Permissions &one) { return (one.acl.owner & writeBit) != 0; });
}

Qt::CheckState PermissionDraft::groupCan() const
{
    return state([](const Permissions &one) { return groupInEffect(one.acl); });
}

Qt::CheckState PermissionDraft::othersCan() const
{
    return state([](const Permissions &one) { return (one.acl.other & writeBit) != 0; });
}

std::vector<PermissionDraft::Entry> PermissionDraft::entries() const
{
    std::vector<Principal> people;
    for (const Permissions &one : m_wanted) {
        for (const AclEntry &entry : one.acl.named)
            people.push_back(entry.who);
    }
    sortUnique(people);
    std::vector<Entry> list;
    for (const Principal &who : people) {
        const auto test = [&who](const Permissions &one) {
            const auto bits = one.acl.permissionsOf(who);
            return bits && entryInEffect(one.acl, *bits);
        };
        const bool cut = std::any_of(m_wanted.begin(), m_wanted.end(), [&who](const Permissions &one) {
            return isCut(one.acl, one.acl.permissionsOf(who).value_or(0));
        });
        list.push_back({ who, state(test), cut });
    }
    return list;
}

bool PermissionDraft::groupIsCut() const
{
    return std::any_of(
        m_wanted.begin(), m_wanted.end(), [](const Permissions &one) { return isCut(one.acl, one.acl.group); });
}

bool PermissionDraft::maskCuts() const
{
    const std::vector<Entry> list = entries();
    return groupIsCut() || std::any_of(list.begin(), list.end(), [](const Entry &entry) { return entry.cutByMask; });
}

bool PermissionDraft::listIgnored() const
{
    return std::any_of(m_wanted.begin(), m_wanted.end(), [](const Permissions &one) {
        return one.acl.mask == quint8{ 0 } && !one.acl.named.empty();
    });
}

std::optional<FileMode> PermissionDraft::mode() const
{
    return common<FileMode>(m_wanted, [](const Permissions &one) { return one.acl.mode(); });
}

std::optional<uid_t> PermissionDraft::owner() const
{
    return common<uid_t>(m_wanted, [](const Permissions &one) { return one.owner; });
}

std::optional<gid_t> PermissionDraft::group() const
{
    return common<gid_t>(m_wanted, [](const Permissions &one) { return one.group; });
}

void PermissionDraft::setOwnerCan(bool can)
{
    for (Permissions &one : m_wanted)
        grant(one, { PrincipalKind::User, one.owner }, can);
}

void PermissionDraft::setGroupCan(bool can)
{
    for (Permissions &one : m_wanted)
        grant(one, { PrincipalKind::Group, one.group }, can);
}

void PermissionDraft::setOthersCan(bool can)
{
    for (Permissions &one : m_wanted) {
        Acl acl = one.acl;
        acl.other = static_cast<quint8>(can ? acl.other | access::connectBits : acl.other & ~writeBit);
        setAcl(one, acl);
    }
}

void PermissionDraft::setEntry(const Principal &who, bool can)
{
    for (Permissions &one : m_wanted)
        grant(one, who, can);
}

void PermissionDraft::removeEntry(const Principal &who)
{
    for (Permissions &one : m_wanted) {
        Acl acl = one.acl;
        acl.remove(who);
        if (acl.named.empty() && acl.mask) {
            // Without entries there is no mask; the group keeps its effective rights.
            acl.group = static_cast<quint8>(acl.group & *acl.mask);
            acl.mask.reset();
        }
        setAcl(one, acl);
    }
}

void PermissionDraft::liftMask()
{
    for (Permissions &one : m_wanted)
        access::restoreMask(one);
}

void PermissionDraft::setMode(FileMode mode)
{
    for (Permissions &one : m_wanted)
        setAcl(one, one.acl.withMode(FileMode(mode.bits() & 0777U)));
}

void PermissionDraft::setOwner(uid_t owner)
{
    for (Permissions &one : m_wanted)
        one.owner = owner;
}

void PermissionDraft::setGroup(gid_t group)
{
    for (Permissions &one : m_wanted)
        one.group = group;
}

void PermissionDraft::choose(Preset preset)
{
    for (Permissions &one : m_wanted) {
        if (preset == Preset::Everyone)
            grant(one, {}, true);
        else
            setAcl(one, Acl::fromMode(FileMode(preset == Preset::OnlyOwner ? 0600 : 0660)));
    }
}

void PermissionDraft::take(const access::ChangeRequest &request)
{
    for (Permissions &one : m_wanted) {
        one.owner = request.owner.value_or(one.owner);
        one.group = request.group.value_or(one.group);
        if (request.acl)
            setAcl(one, *request.acl);
        if (request.mode)
            setAcl(one, one.acl.withMode(*request.mode));
        for (const access::Wish &wish : request.wishes)
            grant(one, wish.who, wish.allow);
    }
}

} // namespace pipeglass::ui
