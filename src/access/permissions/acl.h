// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/principal.h"
#include "core/files/filemode.h"

#include <QByteArray>

#include <optional>
#include <vector>

namespace pipeglass::access {

/// Rights of one user or group in an ACL: rwx bits, 0 to 7.
struct AclEntry {
    Principal who; ///< User or Group
    quint8 permissions = 0;

    friend bool operator==(const AclEntry &, const AclEntry &) = default;
};

/// A POSIX access control list. Without a mask it is equivalent to a mode, and the file has no ACL. With a mask, the
/// group bits of the mode are the mask, and `group` is the owning group's entry.
struct Acl {
    quint8 owner = 0;
    quint8 group = 0;
    quint8 other = 0;
    std::optional<quint8> mask;
    std::vector<AclEntry> named; ///< users, then groups, in the order of the file

    [[nodiscard]] static Acl fromMode(FileMode mode);
    /// Parses the extended attribute system.posix_acl_access (a version, then tag, permissions and id of each entry,
    /// little-endian); nullopt if invalid.
    [[nodiscard]] static std::optional<Acl> decode(QByteArrayView bytes);

    [[nodiscard]] bool isExtended() const { return mask.has_value(); }
    [[nodiscard]] quint8 groupBits() const { return mask.value_or(group); }
    [[nodiscard]] FileMode mode() const; ///< 0777 bits only
    /// The ACL after chmod: with a mask, the middle digit sets the mask.
    [[nodiscard]] Acl withMode(FileMode mode) const;
    [[nodiscard]] std::optional<quint8> permissionsOf(const Principal &who) const;
    /// Adds or replaces a named entry; adds a mask (the group's rights) if there is none.
    void set(const Principal &who, quint8 permissions);
    void remove(const Principal &who);
    /// All entries as attribute value, even without a mask, for the kernel and the helper.
    [[nodiscard]] QByteArray encode() const;
    /// The short form for setfacl, with names: "u::rwx,u:ci:rw-,g::r-x,m::rwx,o::r-x".
    [[nodiscard]] QString text() const;

    friend bool operator==(const Acl &, const Acl &) = default;
};

/// "rw-"
[[nodiscard]] QString rwxText(quint8 permissions);
/// "u:ci:rw-". A number if the name has characters with a meaning in the list.
[[nodiscard]] QString entryText(const AclEntry &entry);

} // namespace pipeglass::access
