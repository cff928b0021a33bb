// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sys/types.h>

namespace pipeglass {

/// The uid of no account.
constexpr uid_t unknownUid = static_cast<uid_t>(-1);

/// Names of users and groups: the number if there is no name, "unknown" for unknownUid. Cached for the life of the
/// program, because a lookup may ask a directory server. Any thread.
[[nodiscard]] QString userName(uid_t uid);
[[nodiscard]] QString groupName(gid_t gid);

} // namespace pipeglass
