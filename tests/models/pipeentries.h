// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/snapshot.h"

#include <algorithm>

namespace pipeglass::test {

/// A listening .NET pipe in /tmp, as described by the catalog.
inline catalog::PipeEntry pipe(const QByteArray &name, quint64 inode = 1)
{
    catalog::PipeEntry entry;
    entry.directory = "/tmp";
    entry.fileName = "CoreFxPipe_" + name;
    entry.file = { { 1, inode }, static_cast<qint64>(inode) };
    entry.kind = catalog::FileKind::Socket;
    entry.socketType = catalog::SocketType::Stream;
    entry.state = catalog::PipeState::Listening;
    entry.owner = QStringLiteral("user");
    entry.group = QStringLiteral("staff");
    entry.mode = FileMode(0755);
    entry.server = { ProcessInfo{ 4242, "echo", 1000, QStringLiteral("user") } };
    entry.clients = 0;
    entry.waiting = 0;
    entry.backlog = 5;
    return entry;
}

inline catalog::SnapshotPtr snapshot(std::vector<catalog::PipeEntry> entries)
{
    std::sort(entries.begin(), entries.end(), [](const auto &a, const auto &b) { return catalog::rowLess(a, b); });
    auto made = std::make_shared<catalog::Snapshot>();
    for (const catalog::PipeEntry &entry : entries)
        made->entries.push_back(std::make_shared<catalog::PipeEntry>(entry));
    return made;
}

} // namespace pipeglass::test
