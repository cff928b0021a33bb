// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/principal.h"
#include "core/result.h"

#include <vector>

#include <sys/types.h>

namespace pipeglass::access {

/// A user as a fresh login would make it.
struct Account {
    uid_t uid = 0;
    std::vector<gid_t> groups; ///< primary first; empty where there is no account of that number
};

/// By name first, then by number; a number without an account is an account without groups. Fails with UnknownAccount.
[[nodiscard]] Result<Account> findUser(const QByteArray &nameOrNumber);
[[nodiscard]] Account accountOf(uid_t uid);
[[nodiscard]] Result<gid_t> findGroup(const QByteArray &nameOrNumber);

/// The names of all accounts, for completion, as far as the system enumerates them. May ask a directory server.
[[nodiscard]] std::vector<QString> allUserNames();
[[nodiscard]] std::vector<QString> allGroupNames();

} // namespace pipeglass::access
