// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/journalentry.h"
#include "core/result.h"
#include "core/system/statedirectory.h"

namespace pipeglass::access {

/// The log of all changes, `access-journal.jsonl`: one line per change, another one if it is undone. Written and synced
/// before the change is made, so the previous state is on disk. Several programs may append at once. A value that holds
/// a path; every call opens the file. Any thread.
class Journal {
public:
    /// If `directory` is empty (no HOME), there is no journal, and add() fails.
    explicit Journal(const QByteArray &directory = stateDirectory());

    /// Oldest first; empty if there is no journal yet.
    [[nodiscard]] Result<std::vector<ChangeEntry>> read() const;
    /// The change with that number, or (0) the newest that is not undone. Fails with NothingToUndo, also for an undone
    /// change.
    [[nodiscard]] Result<ChangeEntry> find(quint32 id) const;
    /// Appends a change and assigns its number.
    [[nodiscard]] Result<quint32> add(const ChangeEntry &entry) const;
    [[nodiscard]] Status markUndone(quint32 id) const;
    /// Marks a change that was not made because a system call failed.
    [[nodiscard]] Status markFailed(quint32 id) const;
    /// Overwrites counter and file in the line of a kept change.
    [[nodiscard]] Status updateKept(const ChangeEntry &entry) const;

    [[nodiscard]] const QByteArray &path() const { return m_path; }

private:
    QByteArray m_directory;
    QByteArray m_path;
};

} // namespace pipeglass::access
