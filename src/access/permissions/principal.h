// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <compare>

namespace pipeglass::access {

enum class PrincipalKind { User, Group, Everyone };

/// A user, a group, or everyone else. `id` is unused for Everyone.
struct Principal {
    PrincipalKind kind = PrincipalKind::Everyone;
    quint32 id = 0;

    friend auto operator<=>(const Principal &, const Principal &) = default;
};

/// "user:ci", "group:dev", "everyone". Fails with InvalidArgument or UnknownAccount.
[[nodiscard]] Result<Principal> parsePrincipal(const QByteArray &text);

/// "user ci", "group dev", "everyone", as in JSON.
[[nodiscard]] QString words(const Principal &who);
/// "ci", "dev", "everyone".
[[nodiscard]] QString nameOf(const Principal &who);
/// The name for a list of setfacl or an argument of chown; the number if the name has special characters.
[[nodiscard]] QString shellName(const Principal &who);

} // namespace pipeglass::access
