// SPDX-License-Identifier: MIT
#include "pipes/listrows.h"

#include "catalog/entries/pipename.h"
#include "pipes/staledeletion.h"

#include <algorithm>

#include <unistd.h>

namespace pipeglass::ui {

using catalog::PipeEntryPtr;
using models::PipeListModel;

int rowOf(const PipeListModel &list, const catalog::PipeEntry &entry)
{
    // A path that was taken over has one row per listener.
    int alike = -1;
    for (int row = list.rowOf(entry.path()); row >= 0; ++row) {
        const PipeEntryPtr listed = list.entry(row);
        if (!listed || listed->path() != entry.path())
            break;
        if (list.row(row).gone)
            continue;
        if (listed->socketCookie == entry.socketCookie)
            return row;
        alike = alike < 0 ? row : alike;
    }
    return alike;
}

int rowServedBy(const PipeListModel &list, const QByteArray &path, qint64 pid)
{
    for (int row = qMax(0, list.rowOf(path)); row < list.rowCount(); ++row) {
        const PipeEntryPtr entry = list.entry(row);
        if (entry->path() != path)
            break;
        const auto servers = entry->server.value_or(QList<ProcessInfo>());
        if (std::any_of(servers.begin(), servers.end(), [pid](const auto &one) { return one.pid == pid; }))
            return row;
    }
    return -1;
}

std::vector<PipeEntryPtr> ownStale(const PipeListModel &list)
{
    std::vector<PipeEntryPtr> entries;
    const uid_t self = ::geteuid();
    for (int row = 0; row < list.rowCount(); ++row) {
        const PipeEntryPtr &entry = list.row(row).entry;
        if (isDeletable(*entry) && !list.row(row).gone && entry->uid == self
            && entry->fileName.startsWith(catalog::filePrefix))
            entries.push_back(entry);
    }
    return entries;
}

} // namespace pipeglass::ui
