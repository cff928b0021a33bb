// SPDX-License-Identifier: MIT
#pragma once

#include "access/evaluate.h"
#include "access/target.h"

#include <QStringList>

namespace pipeglass::access {

/// One line of the table "who can connect".
struct TableRow {
    Principal who;
    bool canConnect = false;
    Rule rule = Rule::Others;

    friend bool operator==(const TableRow &, const TableRow &) = default;
};

/// What a change does for people.
struct Effect {
    std::vector<Principal> gains;
    std::vector<Principal> loses;

    [[nodiscard]] bool isEmpty() const { return gains.empty() && loses.empty(); }
    friend bool operator==(const Effect &, const Effect &) = default;
};

/// Everybody that the permissions speak of: root, the owner and named users; the group and named groups; everyone
/// else. Users come with the groups of their accounts.
[[nodiscard]] std::vector<Principal> principalsOf(const Permissions &permissions);
/// Who can connect, the directories above included.
[[nodiscard]] std::vector<TableRow> tableOf(const Target &target);
/// Who of all that either speaks of can connect after the change and could not before, and the reverse.
[[nodiscard]] Effect effectOf(const Target &target, const Permissions &after);
/// The same where the way to the file changes too.
[[nodiscard]] Effect
effectOf(const Target &target, const std::vector<DirectoryFacts> &directoriesAfter, const Permissions &after);
[[nodiscard]] QStringList wordsOf(const std::vector<Principal> &people);

} // namespace pipeglass::access
