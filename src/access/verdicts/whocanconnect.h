// SPDX-License-Identifier: MIT
#pragma once

#include "access/verdicts/evaluate.h"
#include "catalog/entries/pipeentry.h"

namespace pipeglass::access {

struct Target;

/// One line of the table "who can connect".
struct TableRow {
    Principal who;
    bool canConnect = false; ///< as far as permissions go
    Rule rule = Rule::Others;

    friend bool operator==(const TableRow &, const TableRow &) = default;
};

/// Who can connect to a pipe: the one answer for the list, the overview, the questions about access and the command.
struct WhoCanConnect {
    catalog::PipeState state = catalog::PipeState::Unknown;
    std::vector<TableRow> rows; ///< a line for each of principalsOf(); empty where the permissions are not known

    /// False: nobody can connect, whatever the permissions say.
    [[nodiscard]] bool hasListener() const;
};

/// Everybody that the permissions speak of: root, the owner and named users; the group and named groups; everyone
/// else. Users come with the groups of their accounts.
[[nodiscard]] std::vector<Principal> principalsOf(const Permissions &permissions);

/// Asks the system for the groups of accounts where an access list or a directory makes them count.
[[nodiscard]] WhoCanConnect whoCanConnect(
    const Permissions &permissions, const std::vector<DirectoryFacts> &directories = {},
    catalog::PipeState state = catalog::PipeState::Unknown);
[[nodiscard]] WhoCanConnect whoCanConnect(const Target &target);
/// As far as a row of the list tells: without the directories above. Asks nobody.
[[nodiscard]] WhoCanConnect whoCanConnect(const catalog::PipeEntry &entry);

/// "Only root can connect: group and others lack write permission."; that nobody can where nobody listens, and why.
[[nodiscard]] QString sentenceFor(const WhoCanConnect &who);
/// What the permissions alone say.
[[nodiscard]] QString permissionSentence(const std::vector<TableRow> &rows);

} // namespace pipeglass::access
