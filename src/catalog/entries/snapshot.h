// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentries.h"
#include "core/error.h"

namespace pipeglass::catalog {

/// All entries at one moment, sorted by path (rowLess). Immutable once made; shared between threads.
struct Snapshot {
    PipeEntries entries;
    std::vector<Error> problems; ///< directories that could not be read or watched, sockets that are not told of
    quint64 serial = 0; ///< which rows these are: no two made by scanners have the same; 0: not told
};

/// For the next snapshot. Any thread.
[[nodiscard]] quint64 nextSerial();

using SnapshotPtr = std::shared_ptr<const Snapshot>;

/// How to come from one snapshot to the next. A file bound anew under its old name is in `removed` and in `added`, also
/// when the file system gave it the same inode. A listener that loses its name, or finds it again, has changed. All
/// three are sorted by path.
struct SnapshotDiff {
    std::vector<PipeEntryPtr> removed;
    std::vector<PipeEntryPtr> changed; ///< the new values
    std::vector<PipeEntryPtr> added;
    quint64 from = 0; ///< the serial of the snapshot that it begins with; 0: not told

    [[nodiscard]] bool isEmpty() const { return removed.empty() && changed.empty() && added.empty(); }
};

/// By the bytes of the path.
[[nodiscard]] bool pathLess(const PipeEntry &a, const PipeEntry &b);

/// The order of a snapshot: by path; listeners that lost theirs after the one that has it, the oldest first.
[[nodiscard]] bool rowLess(const PipeEntry &a, const PipeEntry &b);

/// Whether two looks at one path saw the same pipe: the same file, and not bound anew in between.
[[nodiscard]] bool isSamePipe(const PipeEntry &before, const PipeEntry &after);

[[nodiscard]] SnapshotDiff difference(const Snapshot &before, const Snapshot &after);

} // namespace pipeglass::catalog

Q_DECLARE_METATYPE(pipeglass::catalog::SnapshotPtr)
Q_DECLARE_METATYPE(pipeglass::catalog::SnapshotDiff)
