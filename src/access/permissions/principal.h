// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <compare>

namespace pipeglass::access {

enum class PrincipalKind { User, Group, Everyone };

/// Somebody that permissions speak of. `id` means nothing for Everyone: whoever is not named otherwise.
struct Principal {
    PrincipalKind kind = PrincipalKind::Everyone;
    quint32 id = 0;

    friend auto operator<=>(const Principal &, const Principal &) = default;
};

/// "user:ci", "group:dev", "everyone". Fails with InvalidArgument or UnknownAccount.
[[nodiscard]] Result<Principal> parsePrincipal(const QByteArray &text);

/// "user ci", "group dev", "everyone": the words of the JSON contract.
[[nodiscard]] QString words(const Principal &who);
/// "ci", "dev", "everyone".
[[nodiscard]] QString nameOf(const Principal &who);
/// The name as it can stand in a list for setfacl or an argument for chown: the number where it has a character that
/// means something there.
[[nodiscard]] QString shellName(const Principal &who);

} // namespace pipeglass::access
