// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <sys/types.h>

namespace pipeglass {

/// Nobody has this one.
constexpr uid_t unknownUid = static_cast<uid_t>(-1);

/// Names of users and groups; a number stands where there is no name, and "unknown" for unknownUid. Answers are
/// remembered for the life of the program, for looking one up can mean asking a directory server. Any thread.
[[nodiscard]] QString userName(uid_t uid);
[[nodiscard]] QString groupName(gid_t gid);

} // namespace pipeglass
