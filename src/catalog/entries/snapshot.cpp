// SPDX-License-Identifier: MIT
#include "catalog/entries/snapshot.h"

#include <algorithm>
#include <atomic>
#include <unordered_map>

namespace pipeglass::catalog {

namespace {

/// Turns a removed and an added entry with the same path and socket into a change: the listener lost or regained its
/// name.
void joinSockets(SnapshotDiff &diff)
{
    std::unordered_map<quint64, PipeEntryPtr> gone;
    for (const PipeEntryPtr &entry : diff.removed) {
        if (entry->socketCookie != 0)
            gone.emplace(entry->socketCookie, entry);
    }
    const auto before = diff.changed.size();
    std::erase_if(diff.added, [&](const PipeEntryPtr &entry) {
        const auto old = gone.find(entry->socketCookie);
        if (old == gone.end() || old->second->isLost() == entry->isLost() || old->second->path() != entry->path())
            return false;
        std::erase(diff.removed, old->second);
        diff.changed.push_back(entry);
        return true;
    });
    if (diff.changed.size() != before)
        std::sort(diff.changed.begin(), diff.changed.end(), [](const PipeEntryPtr &a, const PipeEntryPtr &b) {
            return rowLess(*a, *b);
        });
}

} // namespace

quint64 nextSerial()
{
    static std::atomic<quint64> last{ 0 };
    return ++last;
}

bool pathLess(const PipeEntry &a, const PipeEntry &b)
{
    return a.directory == b.directory ? a.fileName < b.fileName : a.path() < b.path();
}

bool rowLess(const PipeEntry &a, const PipeEntry &b)
{
    if (a.fileName != b.fileName || a.directory != b.directory)
        return pathLess(a, b);
    if (a.isLost() != b.isLost())
        return b.isLost();
    return a.isLost() && a.socketCookie < b.socketCookie;
}

bool isSamePipe(const PipeEntry &before, const PipeEntry &after)
{
    if (before.file != after.file || before.kind != after.kind)
        return false;
    // Birth times can be as coarse as a kernel tick, so the socket's cookie is compared too.
    if (before.socketCookie != 0 && after.socketCookie != 0)
        return before.socketCookie == after.socketCookie;
    // bind() always creates a file: a stale file never gets a socket again.
    return before.state != PipeState::Stale || after.socketCookie == 0;
}

SnapshotDiff difference(const Snapshot &before, const Snapshot &after)
{
    SnapshotDiff diff;
    diff.from = before.serial;
    auto old = before.entries.begin();
    auto now = after.entries.begin();
    while (old != before.entries.end() || now != after.entries.end()) {
        if (now == after.entries.end() || (old != before.entries.end() && rowLess(**old, **now))) {
            diff.removed.push_back(*old++);
        } else if (old == before.entries.end() || rowLess(**now, **old)) {
            diff.added.push_back(*now++);
        } else {
            if (!isSamePipe(**old, **now)) {
                diff.removed.push_back(*old);
                diff.added.push_back(*now);
            } else if (*old != *now && **old != **now) {
                diff.changed.push_back(*now);
            }
            ++old;
            ++now;
        }
    }
    if (!diff.removed.empty() && !diff.added.empty())
        joinSockets(diff);
    return diff;
}

} // namespace pipeglass::catalog
