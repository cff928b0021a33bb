// SPDX-License-Identifier: MIT
#include "catalog/snapshot.h"

namespace pipeglass::catalog {

bool pathLess(const PipeEntry &a, const PipeEntry &b)
{
    return a.directory == b.directory ? a.fileName < b.fileName : a.path() < b.path();
}

bool isSamePipe(const PipeEntry &before, const PipeEntry &after)
{
    if (before.file != after.file || before.kind != after.kind)
        return false;
    // A birth time can be as coarse as a tick of the kernel, so the sockets are asked too.
    if (before.socketCookie != 0 && after.socketCookie != 0)
        return before.socketCookie == after.socketCookie;
    // bind() always makes a file: one that nobody was behind never comes to life again.
    return before.state != PipeState::Stale || after.socketCookie == 0;
}

SnapshotDiff difference(const Snapshot &before, const Snapshot &after)
{
    SnapshotDiff diff;
    auto old = before.entries.begin();
    auto now = after.entries.begin();
    while (old != before.entries.end() || now != after.entries.end()) {
        if (now == after.entries.end() || (old != before.entries.end() && pathLess(**old, **now))) {
            diff.removed.push_back(*old++);
        } else if (old == before.entries.end() || pathLess(**now, **old)) {
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
    return diff;
}

} // namespace pipeglass::catalog
