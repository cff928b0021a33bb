// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/journalentry.h"
#include "core/result.h"
#include "core/system/statedirectory.h"

namespace pipeglass::access {

/// The list of all changes, in `access-journal.jsonl`: one line a change, one more when it is taken back. Written
/// before the change itself happens, so that what was before is on disk whatever comes. Lines are appended and synced;
/// several programs may do so at once. A value that holds a path; every call opens the file anew. Any thread.
class Journal {
public:
    /// Where `directory` is empty (no HOME in the environment) there is no journal, and add() fails.
    explicit Journal(const QByteArray &directory = stateDirectory());

    /// Oldest first; empty where there is no journal yet.
    [[nodiscard]] Result<std::vector<ChangeEntry>> read() const;
    /// The change of that number, or (0) the newest that is not undone. Fails with NothingToUndo, also for an undone
    /// one.
    [[nodiscard]] Result<ChangeEntry> find(quint32 id) const;
    /// Appends a change; its number is given here.
    [[nodiscard]] Result<quint32> add(const ChangeEntry &entry) const;
    [[nodiscard]] Status markUndone(quint32 id) const;
    /// It never happened: the system refused.
    [[nodiscard]] Status markFailed(quint32 id) const;
    /// Writes counter and file of a kept change over the old ones, in its line.
    [[nodiscard]] Status updateKept(const ChangeEntry &entry) const;

    [[nodiscard]] const QByteArray &path() const { return m_path; }

private:
    QByteArray m_directory;
    QByteArray m_path;
};

} // namespace pipeglass::access
