// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/effect.h"
#include "access/permissions/accessfacts.h"

namespace pipeglass::text {

// Escaped, on one line. Any thread.

/// "ci, the group dev", "nobody".
[[nodiscard]] QString peopleText(const std::vector<access::Principal> &people);
/// "0775 ci:dev", with its access control list where there is one.
[[nodiscard]] QString permissionsText(const access::Permissions &permissions);

} // namespace pipeglass::text
