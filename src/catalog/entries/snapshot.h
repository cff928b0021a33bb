// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentries.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// All entries at one moment, sorted by rowLess(). Immutable; shared between threads.
struct Snapshot {
    PipeEntries entries;
    std::vector<Error> problems; ///< unreadable or unwatched directories, sockets that the kernel does not list
    quint64 serial = 0; ///< unique for each snapshot of a scanner; 0: none
};

/// A new unique serial. Any thread.
[[nodiscard]] quint64 nextSerial();

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// The changes from one snapshot to the next, each list sorted by path. A path that was bound again is in both
/// `removed` and `added`, even with the same inode. A listener that loses or regains its name is in `changed`.
struct SnapshotDiff {
    std::vector<PipeEntryPtr> removed;
    std::vector<PipeEntryPtr> changed; ///< the new values
    std::vector<PipeEntryPtr> added;
    quint64 from = 0; ///< serial of the snapshot before; 0: none

    [[nodiscard]] bool isEmpty() const { return removed.empty() && changed.empty() && added.empty(); }
};

/// Compares paths as bytes.
[[nodiscard]] bool pathLess(const PipeEntry &a, const PipeEntry &b);

/// The order of a snapshot: by path; at the same path the current owner first, then listeners that lost it, oldest
/// first.
[[nodiscard]] bool rowLess(const PipeEntry &a, const PipeEntry &b);

/// Whether two entries of one path are the same pipe: the same file, not bound again in between.
[[nodiscard]] bool isSamePipe(const PipeEntry &before, const PipeEntry &after);

[[nodiscard]] SnapshotDiff difference(const Snapshot &before, const Snapshot &after);

} // namespace pipeglass::catalog

Q_DECLARE_METATYPE(pipeglass::catalog::SnapshotPtr)
Q_DECLARE_METATYPE(pipeglass::catalog::SnapshotDiff)
