// SPDX-License-Identifier: MIT
#include "access/permissions/acl.h"

#include <QStringList>
#include <QtEndian>

#include <algorithm>
#include <array>

namespace pipeglass::access {

namespace {

constexpr quint32 version = 2;
constexpr qsizetype headerSize = 4;
constexpr qsizetype entrySize = 8;
constexpr quint32 noId = UINT32_MAX;

enum Tag : quint16 {
    OwnerTag = 0x01,
    UserTag = 0x02,
    GroupTag = 0x04,
    NamedGroupTag = 0x08,
    MaskTag = 0x10,
    OtherTag = 0x20
};

void append(QByteArray &bytes, quint16 tag, quint8 permissions, quint32 id)
{
    std::array<char, entrySize> entry{};
    qToLittleEndian(tag, entry.data());
    qToLittleEndian(quint16{ permissions }, entry.data() + 2);
    qToLittleEndian(id, entry.data() + 4);
    bytes.append(entry.data(), entrySize);
}

/// Adds one entry of the attribute; false for invalid tags or bits.
bool take(Acl &acl, quint16 tag, quint16 permissions, quint32 id)
{
    if (permissions > 7)
        return false;
    const auto bits = static_cast<quint8>(permissions);
    switch (tag) {
    case OwnerTag:
        acl.owner = bits;
        return true;
    case UserTag:
        acl.named.push_back({ { PrincipalKind::User, id }, bits });
        return true;
    case GroupTag:
        acl.group = bits;
        return true;
    case NamedGroupTag:
        acl.named.push_back({ { PrincipalKind::Group, id }, bits });
        return true;
    case MaskTag:
        acl.mask = bits;
        return true;
    case OtherTag:
        acl.other = bits;
        return true;
    default:
        return false;
    }
}

} // namespace

Acl Acl::fromMode(FileMode mode)
{
    Acl acl;
    acl.owner = static_cast<quint8>((mode.bits() >> 6U) & 7U);
    acl.group = static_cast<quint8>((mode.bits() >> 3U) & 7U);
    acl.other = static_cast<quint8>(mode.bits() & 7U);
    return acl;
}

std::optional<Acl> Acl::decode(QByteArrayView bytes)
{
    if (bytes.size() < headerSize || (bytes.size() - headerSize) % entrySize != 0
        || qFromLittleEndian<quint32>(bytes.data()) != version)
        return std::nullopt;
    Acl acl;
    for (qsizetype at = headerSize; at < bytes.size(); at += entrySize) {
        const char *entry = bytes.data() + at;
        if (!take(
                acl, qFromLittleEndian<quint16>(entry), qFromLittleEndian<quint16>(entry + 2),
                qFromLittleEndian<quint32>(entry + 4)))
            return std::nullopt;
    }
    return acl;
}

FileMode Acl::mode() const
{
    return FileMode(static_cast<quint32>(owner << 6) | static_cast<quint32>(groupBits() << 3) | other);
}

Acl Acl::withMode(FileMode mode) const
{
    const Acl plain = fromMode(mode);
    Acl acl = *this;
    acl.owner = plain.owner;
    acl.other = plain.other;
    if (acl.mask)
        acl.mask = plain.group;
    else
        acl.group = plain.group;
    return acl;
}

std::optional<quint8> Acl::permissionsOf(const Principal &who) const
{
    const auto found =
        std::find_if(named.begin(), named.end(), [&who](const AclEntry &entry) { return entry.who == who; });
    return found == named.end() ? std::nullopt : std::optional(found->permissions);
}

void Acl::set(const Principal &who, quint8 permissions)
{
    if (!mask)
        mask = group;
    const auto place =
        std::find_if(named.begin(), named.end(), [&who](const AclEntry &entry) { return entry.who >= who; });
    if (place != named.end() && place->who == who)
        place->permissions = permissions;
    else
        named.insert(place, { who, permissions });
}

void Acl::remove(const Principal &who)
{
    named.erase(
        std::remove_if(named.begin(), named.end(), [&who](const AclEntry &entry) { return entry.who == who; }),
        named.end());
}

QByteArray Acl::encode() const
{
    QByteArray bytes(headerSize, '\0');
    qToLittleEndian(version, bytes.data());
    append(bytes, OwnerTag, owner, noId);
    for (const AclEntry &entry : named) {
        if (entry.who.kind == PrincipalKind::User)
            append(bytes, UserTag, entry.permissions, entry.who.id);
    }
    append(bytes, GroupTag, group, noId);
    for (const AclEntry &entry : named) {
        if (entry.who.kind == PrincipalKind::Group)
            append(bytes, NamedGroupTag, entry.permissions, entry.who.id);
    }
    if (mask)
        append(bytes, MaskTag, *mask, noId);
    append(bytes, OtherTag, other, noId);
    return bytes;
}

QString rwxText(quint8 permissions)
{
    QString text(3, QLatin1Char('-'));
    if ((permissions & 4U) != 0)
        text[0] = QLatin1Char('r');
    if ((permissions & 2U) != 0)
        text[1] = QLatin1Char('w');
    if ((permissions & 1U) != 0)
        text[2] = QLatin1Char('x');
    return text;
}

QString entryText(const AclEntry &entry)
{
    const bool user = entry.who.kind == PrincipalKind::User;
    return QLatin1String(user ? "u:" : "g:") + shellName(entry.who) + QLatin1Char(':') + rwxText(entry.permissions);
}

QString Acl::text() const
{
    QStringList parts{ QLatin1String("u::") + rwxText(owner) };
    QStringList groups{ QLatin1String("g::") + rwxText(group) };
    for (const AclEntry &entry : named)
        (entry.who.kind == PrincipalKind::User ? parts : groups) << entryText(entry);
    parts << groups;
    if (mask)
        parts << QLatin1String("m::") + rwxText(*mask);
    parts << QLatin1String("o::") + rwxText(other);
    return parts.join(QLatin1Char(','));
}

} // namespace pipeglass::access
