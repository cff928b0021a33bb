// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/verdicts/whocanconnect.h"

#include <QStringList>

namespace pipeglass::access {

/// Who can and cannot connect because of a change.
struct Effect {
    std::vector<Principal> gains;
    std::vector<Principal> loses;

    [[nodiscard]] bool isEmpty() const { return gains.empty() && loses.empty(); }
    friend bool operator==(const Effect &, const Effect &) = default;
};

/// Principals of either permissions that can connect after the change but not before, and the reverse.
[[nodiscard]] Effect effectOf(const Target &target, const Permissions &after);
/// As above, if directories change too.
[[nodiscard]] Effect
effectOf(const Target &target, const std::vector<DirectoryFacts> &directoriesAfter, const Permissions &after);
[[nodiscard]] QStringList wordsOf(const std::vector<Principal> &people);

} // namespace pipeglass::access
