// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"
#include "core/clock.h"

#include <QJsonObject>

namespace pipeglass::access {

/// One change that Pipeglass made, or the rule of a change that is kept.
struct ChangeEntry {
    quint32 id = 0; ///< from 1; 0 is none
    Timestamp time;
    QByteArray path;
    FileIdentity file; ///< of a kept change: the file it was applied to last
    Permissions before;
    Permissions after;
    bool kept = false;
    quint64 repeats = 0; ///< how often a kept change was applied again
    bool undone = false;
};

/// `mode`, `owner`, `group`, `acl` (the text that setfacl takes, or null) of the JSON contract.
[[nodiscard]] QJsonObject permissionsJson(const Permissions &permissions);

/// The line of the journal for a change, with its line feed: the fields above, and those that a program needs to take
/// it back (`uid`, `gid`, `acl_bytes`, `path_bytes`). The line of a kept change ends in numbers of a fixed width, so
/// that its counter can be written over in place.
[[nodiscard]] QByteArray changeLine(const ChangeEntry &entry);
/// The end of a kept change's line (always as long as for any other entry), without the line feed.
[[nodiscard]] QByteArray keptTail(const ChangeEntry &entry);
/// The line that says what became of a change: "undone" or "failed".
[[nodiscard]] QByteArray markLine(quint32 id, Timestamp time, QLatin1String what);

/// Reads the lines of a journal, oldest first. Lines that are cut off or make no sense are skipped; changes marked as
/// failed never happened and are left out.
[[nodiscard]] std::vector<ChangeEntry> parseJournal(QByteArrayView text);
/// The number of the last change in the text, failed ones included; nothing if there is none. Numbers grow from line to
/// line, so the end of a journal is enough.
[[nodiscard]] std::optional<quint32> lastId(QByteArrayView text);

} // namespace pipeglass::access
