// SPDX-License-Identifier: MIT
#pragma once

#include "access/question.h"
#include "catalog/entries/snapshot.h"
#include "catalog/naming/resolve.h"

#include <functional>

namespace pipeglass::cli {

/// Receives a message about a symbolic link that was followed.
using Say = std::function<void(const QString &sentence)>;

/// The abstract socket with that name; nullopt if there is none, or a file has the name.
[[nodiscard]] std::optional<access::Target> abstractTarget(const QByteArray &name);

/// The pipe with that name and its server; if we may not search a directory, what is known of the path. With
/// Links::Keep a symbolic link is not followed: permissions must not change on a link's target, which an attacker could
/// choose.
[[nodiscard]] Result<access::Target> findTarget(const QByteArray &name, catalog::Links links, const Say &say);
/// As above, following links; also finds abstract sockets and listeners without a file, which have no permissions.
[[nodiscard]] Result<access::Target> findTargetOrListener(const QByteArray &name, const Say &say);

/// Whether the subject can open one pipe of the list.
struct PipeAnswer {
    catalog::PipeEntryPtr pipe;
    access::Answer answer;
};
struct PipeAnswers {
    std::vector<PipeAnswer> answers; ///< in the snapshot's order, without removed and replaced pipes
    std::vector<Error> problems; ///< pipes that could not be examined
};
/// For all sockets of a snapshot.
[[nodiscard]] PipeAnswers answersFor(const catalog::Snapshot &snapshot, const access::Subject &subject);

} // namespace pipeglass::cli
