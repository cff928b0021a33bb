// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/helpercommand.h"
#include "access/changes/journal.h"
#include "access/changes/plan.h"

namespace pipeglass::access {

/// A change that was made.
struct Change {
    quint32 journalId = 0;
    Target target; ///< before the change
    Permissions after;
    bool byHelper = false; ///< with root's rights
};

/// Makes and undoes changes, by descriptor and never by path, and records each in the journal. Uses the helper if our
/// own rights do not suffice; that waits for a password, so call it in a separate thread. Any thread, one at a time.
class Changer {
public:
    Changer(Journal journal, HelperCommand helper);

    /// Fails without changing anything: NoSuchPipe, Replaced (file, owner, number of links or permissions differ from
    /// the preview), NotASocket, ChangeNotPermitted, HelperFailed, ReadOnlyFileSystem, AclUnsupported, or if the
    /// journal cannot be written. A preview without changes succeeds without a journal entry (journalId 0). `keep`: the
    /// journal entry is the rule of a kept change.
    [[nodiscard]] Result<Change> apply(const Preview &preview, bool keep = false) const;

    /// Whether an undo may also revert changes made since by somebody else.
    enum class LaterChanges { Spare, TakeBack };
    /// Restores mode, ACL, owner and group from before the change with that number (0: the newest one that is not
    /// undone). Fails with NothingToUndo, ChangedSince, NoSuchPipe, Replaced, and as apply().
    [[nodiscard]] Result<Change> undo(quint32 journalId = 0, LaterChanges later = LaterChanges::Spare) const;

    /// Applies a kept change again, without the helper and without a new journal entry.
    [[nodiscard]] static Status
    applyAgain(int fd, const QByteArray &path, const AccessFacts &now, const Permissions &after);

private:
    [[nodiscard]] Result<bool> carryOut(const Target &target, const Permissions &after) const;

    Journal m_journal;
    HelperCommand m_helper;
};

} // namespace pipeglass::access
