// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/principal.h"
#include "core/result.h"

#include <vector>

#include <sys/types.h>

namespace pipeglass::access {

/// A user with the groups of a new login.
struct Account {
    uid_t uid = 0;
    std::vector<gid_t> groups; ///< primary first; empty if the uid has no account
};

/// By name, then by number; a number without an account has no groups. Fails with UnknownAccount.
[[nodiscard]] Result<Account> findUser(const QByteArray &nameOrNumber);
[[nodiscard]] Account accountOf(uid_t uid);
[[nodiscard]] Result<gid_t> findGroup(const QByteArray &nameOrNumber);

/// Names of all accounts that the system enumerates, for completion. May ask a directory server.
[[nodiscard]] std::vector<QString> allUserNames();
[[nodiscard]] std::vector<QString> allGroupNames();

} // namespace pipeglass::access
