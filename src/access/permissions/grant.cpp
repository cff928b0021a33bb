// SPDX-License-Identifier: MIT
#include "access/permissions/grant.h"

namespace pipeglass::access {

namespace {

constexpr quint8 readBit = 4;

quint8 with(quint8 bits, quint8 more) { return static_cast<quint8>(bits | more); }
quint8 without(quint8 bits, quint8 less) { return static_cast<quint8>(bits & ~less); }

/// Changes an ACL without changing the effective rights of other entries: a wider mask must not activate rights that it
/// masked, and an ACL that Linux ignored (empty mask) must not take effect.
class AclEditor {
public:
    AclEditor(Permissions &permissions, quint8 decisive)
        : m_acl(permissions.acl)
        , m_decisive(decisive)
        , m_before(permissions.acl)
    {
    }

    void set(const Principal &who, quint8 permissions) const
    {
        limitToMask();
        m_acl.set(who, permissions);
    }

    void setGroup(quint8 permissions) const
    {
        limitToMask();
        m_acl.group = permissions;
    }

    /// Adds `bits` to the mask, which never stays empty.
    void widenMask(quint8 bits) const
    {
        if (!m_acl.mask)
            return;
        m_acl.mask = with(*m_acl.mask, bits);
        for (const AclEntry &entry : m_acl.named)
            m_acl.mask = with(*m_acl.mask, entry.permissions & m_decisive);
        m_acl.mask = with(*m_acl.mask, m_acl.group & m_decisive);
        if (*m_acl.mask == 0)
            m_acl.mask = readBit;
    }

private:
    void limitToMask() const
    {
        if (!m_before.isExtended())
            return;
        const quint8 mask = *m_before.mask;
        for (AclEntry &entry : m_acl.named) {
            const quint8 inEffect = mask == 0 ? m_before.other : entry.permissions & mask;
            entry.permissions = with(without(entry.permissions, m_decisive), inEffect & m_decisive);
        }
        m_acl.group = with(without(m_before.group, m_decisive), m_before.group & mask & m_decisive);
    }

    Acl &m_acl;
    quint8 m_decisive;
    Acl m_before;
};

void syncMode(Permissions &permissions)
{
    permissions.mode = FileMode((permissions.mode.bits() & ~0777U) | permissions.acl.mode().bits());
}

void allowEveryone(Acl &acl, quint8 bits)
{
    acl.owner = with(acl.owner, bits);
    acl.group = with(acl.group, bits);
    acl.other = with(acl.other, bits);
    for (AclEntry &entry : acl.named)
        entry.permissions = with(entry.permissions, bits);
    if (acl.mask)
        acl.mask = with(*acl.mask, bits);
}

} // namespace

void allow(Permissions &permissions, const Principal &who, quint8 bits, quint8 decisive)
{
    Acl &acl = permissions.acl;
    const AclEditor list(permissions, decisive);
    if (who.kind == PrincipalKind::Everyone) {
        allowEveryone(acl, bits);
    } else if (who.kind == PrincipalKind::User && who.id == permissions.owner) {
        acl.owner = with(acl.owner, bits);
    } else if (who.kind == PrincipalKind::Group && who.id == permissions.group) {
        list.setGroup(with(acl.group, bits));
        list.widenMask(bits);
    } else {
        list.set(who, with(acl.permissionsOf(who).value_or(0), bits));
        list.widenMask(bits);
    }
    syncMode(permissions);
}

void deny(Permissions &permissions, const Principal &who)
{
    Acl &acl = permissions.acl;
    const AclEditor list(permissions, writeBit);
    if (who.kind == PrincipalKind::Everyone) {
        acl.other = without(acl.other, writeBit);
    } else if (who.kind == PrincipalKind::User && who.id == permissions.owner) {
        acl.owner = without(acl.owner, writeBit);
    } else if (who.kind == PrincipalKind::Group && who.id == permissions.group) {
        acl.group = without(acl.group, writeBit);
    } else {
        list.set(who, without(acl.permissionsOf(who).value_or(0), writeBit));
        list.widenMask(0);
    }
    syncMode(permissions);
}

void restoreMask(Permissions &permissions)
{
    Acl &acl = permissions.acl;
    if (!acl.mask)
        return;
    acl.mask = with(*acl.mask, acl.group);
    for (const AclEntry &entry : acl.named)
        acl.mask = with(*acl.mask, entry.permissions);
    syncMode(permissions);
}

} // namespace pipeglass::access
