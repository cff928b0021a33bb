// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

#include <array>

namespace pipeglass::cli {

/// What the list can show of a pipe, in the order in which it does.
enum class PipeColumn {
    Name,
    State,
    Owner,
    Group,
    Mode,
    Server,
    Clients,
    Waiting,
    Endpoint,
    Namespace,
    Directory,
    // Only where they are asked for:
    Type,
    Backlog,
    Inode,
    Modified,
    Path,
};

[[nodiscard]] const std::vector<PipeColumn> &allPipeColumns();
/// "name", "state", ...: what --sort and --columns take.
[[nodiscard]] QString columnWord(PipeColumn column);
[[nodiscard]] std::optional<PipeColumn> columnFrom(QByteArrayView word);
/// Escaped, on one line.
[[nodiscard]] QString cellText(const catalog::PipeEntry &pipe, PipeColumn column);
/// Numbers as numbers, what is not known first.
[[nodiscard]] bool columnLess(const catalog::PipeEntry &a, const catalog::PipeEntry &b, PipeColumn column);

} // namespace pipeglass::cli
