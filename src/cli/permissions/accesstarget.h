// SPDX-License-Identifier: MIT
#pragma once

#include "access/question.h"
#include "catalog/entries/snapshot.h"
#include "catalog/naming/resolve.h"

#include <functional>

namespace pipeglass::cli {

/// Is told of a symbolic link that was followed.
using Say = std::function<void(const QString &sentence)>;

/// The socket of the abstract namespace that a person named; nullopt where a file has that name, or no such socket is
/// bound.
[[nodiscard]] std::optional<access::Target> abstractTarget(const QByteArray &name);

/// The pipe that a person named, with what is known of its server; where a directory keeps us out of it, what can be
/// said of the way there. With Links::Keep a symbolic link is no socket: permissions are changed of what was named, and
/// never of where a link in a hostile directory leads.
[[nodiscard]] Result<access::Target> findTarget(const QByteArray &name, catalog::Links links, const Say &say);
/// The same, following links. Also an abstract socket, and a listener that has no file any more: neither has
/// permissions.
[[nodiscard]] Result<access::Target> findTargetOrListener(const QByteArray &name, const Say &say);

/// Whether somebody can open one pipe of the list.
struct PipeAnswer {
    catalog::PipeEntryPtr pipe;
    access::Answer answer;
};
struct PipeAnswers {
    std::vector<PipeAnswer> answers; ///< in the snapshot's order; what was removed or replaced since is left out
    std::vector<Error> problems; ///< pipes that could not be looked at
};
/// For all sockets of a snapshot.
[[nodiscard]] PipeAnswers answersFor(const catalog::Snapshot &snapshot, const access::Subject &subject);

} // namespace pipeglass::cli
