// SPDX-License-Identifier: MIT
#pragma once

#include "access/verdicts/evaluate.h"
#include "catalog/entries/pipeentry.h"

namespace pipeglass::access {

struct Target;

/// A row of the table "who can connect".
struct TableRow {
    Principal who;
    bool canConnect = false; ///< by the permissions
    Rule rule = Rule::Others;

    friend bool operator==(const TableRow &, const TableRow &) = default;
};

/// Who can connect to a pipe; used by the list, the overview, the access pages and the command.
struct WhoCanConnect {
    catalog::PipeState state = catalog::PipeState::Unknown;
    std::vector<TableRow> rows; ///< one per principalsOf(); empty if the permissions are unknown

    /// False: nobody can connect, whatever the permissions.
    [[nodiscard]] bool hasListener() const;
};

/// All principals of the permissions: root, owner and named users; group and named groups; everyone else. Users include
/// the groups of their accounts.
[[nodiscard]] std::vector<Principal> principalsOf(const Permissions &permissions);

/// Looks up the groups of accounts if an ACL or a directory needs them.
[[nodiscard]] WhoCanConnect whoCanConnect(
    const Permissions &permissions, const std::vector<DirectoryFacts> &directories = {},
    catalog::PipeState state = catalog::PipeState::Unknown);
[[nodiscard]] WhoCanConnect whoCanConnect(const Target &target);
/// From a row of the list, without the directories above. No lookups.
[[nodiscard]] WhoCanConnect whoCanConnect(const catalog::PipeEntry &entry);

/// "Only root can connect: group and others lack write permission."; without a listener, why nobody can.
[[nodiscard]] QString sentenceFor(const WhoCanConnect &who);
/// By the permissions only.
[[nodiscard]] QString permissionSentence(const std::vector<TableRow> &rows);

} // namespace pipeglass::access
