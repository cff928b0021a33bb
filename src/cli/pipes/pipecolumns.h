// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"

#include <array>

namespace pipeglass::cli {

/// The columns of the list, in their order.
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
    // Only if requested:
    Type,
    Backlog,
    Inode,
    Modified,
    Path,
};

[[nodiscard]] const std::vector<PipeColumn> &allPipeColumns();
/// "name", "state", ...: the values of --sort and --columns.
[[nodiscard]] QString columnWord(PipeColumn column);
[[nodiscard]] QString columnTitle(PipeColumn column); ///< the same, translated
[[nodiscard]] std::optional<PipeColumn> columnFrom(QByteArrayView word);
/// Escaped, on one line.
[[nodiscard]] QString cellText(const catalog::PipeEntry &pipe, PipeColumn column);
/// Numbers are compared as numbers, unknown ones first.
[[nodiscard]] bool columnLess(const catalog::PipeEntry &a, const catalog::PipeEntry &b, PipeColumn column);

} // namespace pipeglass::cli
