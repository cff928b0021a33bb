// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/acl.h"
#include "core/files/fileid.h"
#include "core/result.h"

#include <sys/types.h>

namespace pipeglass::access {

/// Who may do what with a file: what a change alters and an undo restores.
struct Permissions {
    uid_t owner = 0;
    gid_t group = 0;
    FileMode mode; ///< all of 07777; its 0777 bits are those of `acl`
    Acl acl;

    friend bool operator==(const Permissions &, const Permissions &) = default;
};

/// "0755 root:dev", and the list where there is one.
[[nodiscard]] QString permissionWords(const Permissions &permissions);

struct AccessFacts {
    enum class Kind { Socket, Directory, Link, Other };

    FileIdentity file;
    Kind kind = Kind::Other;
    quint32 links = 0;
    bool listsPossible = true; ///< the file system keeps access control lists
    Permissions permissions;
};

/// What the kernel says about an open file (O_PATH will do). `subject` is for the error alone.
[[nodiscard]] Result<AccessFacts> readFacts(int fd, const QByteArray &subject);

} // namespace pipeglass::access
