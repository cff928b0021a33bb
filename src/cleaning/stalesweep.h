// SPDX-License-Identifier: MIT
#pragma once

#include "cleaning/stalefile.h"
#include "core/fileaside.h"

#include <map>

namespace pipeglass::cleaning {

/// Deletes dead sockets, many at a time: asking who listens is dear and costs the same for one file as for hundreds.
///
/// Each file of a batch is looked at (still the same, a socket, nobody behind it), then moved aside, where nobody can
/// guess it, and all that were moved are asked about again before any is deleted. A socket file without a socket never
/// gets one again, so what holds of the file at the second look holds for good. (A server inside bind() has its file
/// already, and a socket that can be seen only at the end; but since Linux 5.14 it holds the directory's lock until
/// then, for which the move waits.) What was bound anew between the first look and the move is not the file that was
/// looked at; it is put back at once, and never over what has the name by then.
///
/// Between two steps nothing is aside. One thread at a time; each step takes some milliseconds and blocks.
class StaleSweep {
public:
    enum Mode {
        OnlyLook, ///< says what would be deleted, and touches nothing
        Delete,
    };
    StaleSweep(std::vector<StaleFile> files, StateCheck statesOf, Mode mode);

    /// Files that step() decides about in one go.
    static constexpr size_t batchSize = 256;

    /// The next batch.
    void step();
    [[nodiscard]] bool isDone() const { return m_done == m_files.size(); }
    [[nodiscard]] size_t done() const { return m_done; } ///< how many files are decided
    [[nodiscard]] size_t total() const { return m_files.size(); }

    /// In the order of the files; of one that no step came to: Interrupted. The errors are those of deleteStale().
    [[nodiscard]] const std::vector<Status> &outcomes() const { return m_outcomes; }

private:
    struct Moved {
        size_t index = 0;
        FileAside aside;
    };
    [[nodiscard]] Result<int> directoryOf(const StaleFile &stale);
    [[nodiscard]] Status look(const StaleFile &stale);
    [[nodiscard]] std::vector<size_t> lookAtBatch(size_t end);
    [[nodiscard]] std::vector<Moved> moveAside(const std::vector<size_t> &indices);
    void deleteMoved(std::vector<Moved> moved);

    std::vector<StaleFile> m_files;
    StateCheck m_statesOf;
    Mode m_mode;
    std::vector<Status> m_outcomes;
    std::map<QByteArray, UniqueFd> m_directories; ///< of this batch
    size_t m_done = 0;
};

} // namespace pipeglass::cleaning
