// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/principal.h"
#include "core/files/filemode.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pipeglass::access {

/// What an access control list grants one user or group. Permissions are rwx bits, 0 to 7.
struct AclEntry {
    Principal who; ///< User or Group
    quint8 permissions = 0;

    friend bool operator==(const AclEntry &, const AclEntry &) = default;
};

/// A POSIX access control list. Without a mask it says no more than a mode does, and the file has no list at all; with
/// one, the group bits of the mode are the mask, and `group` is what the owning group is granted under it.
struct Acl {
    quint8 owner = 0;
    quint8 group = 0;
    quint8 other = 0;
    std::optional<quint8> mask;
    std::vector<AclEntry> named; ///< users, then groups, in the file's order

    [[nodiscard]] static Acl fromMode(FileMode mode);
    /// The value of the attribute system.posix_acl_access (a version, then tag, permissions and id of each entry, all
    /// little-endian); nothing if it is no such value.
    [[nodiscard]] static std::optional<Acl> decode(QByteArrayView bytes);

    [[nodiscard]] bool isExtended() const { return mask.has_value(); }
    [[nodiscard]] quint8 groupBits() const { return mask.value_or(group); }
    [[nodiscard]] FileMode mode() const; ///< 0777 bits only
    /// What chmod makes of it: the middle digit sets the mask where there is one.
    [[nodiscard]] Acl withMode(FileMode mode) const;
    [[nodiscard]] std::optional<quint8> permissionsOf(const Principal &who) const;
    /// Adds or replaces a named entry; a mask comes into being where there was none (what the group had).
    void set(const Principal &who, quint8 permissions);
    void remove(const Principal &who);
    /// Every entry, also where there is no list, for messages to the kernel and the helper.
    [[nodiscard]] QByteArray encode() const;
    /// The short form that setfacl takes, names for numbers: "u::rwx,u:ci:rw-,g::r-x,m::rwx,o::r-x".
    [[nodiscard]] QString text() const;

    friend bool operator==(const Acl &, const Acl &) = default;
};

/// "rw-"
[[nodiscard]] QString rwxText(quint8 permissions);
/// "u:ci:rw-". A number stands where the name would not survive in such a list.
[[nodiscard]] QString entryText(const AclEntry &entry);

} // namespace pipeglass::access
