// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "core/clock.h"

#include <QJsonObject>

namespace pipeglass::access {

/// A change in the journal, or the rule of a kept change.
struct ChangeEntry {
    quint32 id = 0; ///< from 1; 0: none
    Timestamp time;
    QByteArray path;
    FileIdentity file; ///< for a kept change: the last file it was applied to
    Permissions before;
    Permissions after;
    bool kept = false;
    quint64 repeats = 0; ///< how often a kept change was applied again
    bool undone = false;
};

/// The JSON members `mode`, `owner`, `group`, `acl` (text for setfacl, or null).
[[nodiscard]] QJsonObject permissionsJson(const Permissions &permissions);

/// The journal line of a change, with its line feed: the members above, and those that an undo needs (`uid`, `gid`,
/// `acl_bytes`, `path_bytes`). The line of a kept change ends in numbers of fixed width, which are overwritten in
/// place.
[[nodiscard]] QByteArray changeLine(const ChangeEntry &entry);
/// The end of a kept change's line, of constant length, without the line feed.
[[nodiscard]] QByteArray keptTail(const ChangeEntry &entry);
/// The line that marks a change as "undone" or "failed".
[[nodiscard]] QByteArray markLine(quint32 id, Timestamp time, QLatin1String what);

/// Parses a journal, oldest first. Incomplete and invalid lines are skipped, changes marked as failed are left out.
[[nodiscard]] std::vector<ChangeEntry> parseJournal(QByteArrayView text);
/// The number of the last change in the text, including failed ones; nullopt if there is none. Numbers increase, so the
/// end of a journal is enough.
[[nodiscard]] std::optional<quint32> lastId(QByteArrayView text);

} // namespace pipeglass::access
