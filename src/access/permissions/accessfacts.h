// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/acl.h"
#include "core/files/fileid.h"
#include "core/result.h"

#include <sys/types.h>

namespace pipeglass::access {

/// Owner, group, mode and ACL of a file.
struct Permissions {
    uid_t owner = 0;
    gid_t group = 0;
    FileMode mode; ///< all of 07777; its 0777 bits are those of `acl`
    Acl acl;

    friend bool operator==(const Permissions &, const Permissions &) = default;
};

/// "0755 root:dev", and the ACL if there is one.
[[nodiscard]] QString permissionWords(const Permissions &permissions);

struct AccessFacts {
    enum class Kind { Socket, Directory, Link, Other };

    FileIdentity file;
    Kind kind = Kind::Other;
    quint32 links = 0;
    bool listsPossible = true; ///< the file system supports ACLs
    Permissions permissions;
};

/// Reads an open file (O_PATH is enough). `subject` is used in the error only.
[[nodiscard]] Result<AccessFacts> readFacts(int fd, const QByteArray &subject);

} // namespace pipeglass::access
