// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/target.h"
#include "access/verdicts/whocanconnect.h"

#include <QStringList>

namespace pipeglass::access {

/// What a change does for people.
struct Effect {
    std::vector<Principal> gains;
    std::vector<Principal> loses;

    [[nodiscard]] bool isEmpty() const { return gains.empty() && loses.empty(); }
    friend bool operator==(const Effect &, const Effect &) = default;
};

/// Who of all that either speaks of can connect after the change and could not before, and the reverse.
[[nodiscard]] Effect effectOf(const Target &target, const Permissions &after);
/// The same where the way to the file changes too.
[[nodiscard]] Effect
effectOf(const Target &target, const std::vector<DirectoryFacts> &directoriesAfter, const Permissions &after);
[[nodiscard]] QStringList wordsOf(const std::vector<Principal> &people);

} // namespace pipeglass::access
