// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/helpercommand.h"
#include "access/changes/journal.h"
#include "access/changes/plan.h"

namespace pipeglass::access {

/// A change that happened.
struct Change {
    quint32 journalId = 0;
    Target target; ///< as it was
    Permissions after;
    bool byHelper = false; ///< with root's rights
};

/// Makes changes and takes them back, by descriptor and never by path, each in the journal. With our own rights where
/// they suffice, else through the helper: then it waits for the person's password, so call it in a thread of its own.
/// Any thread, one at a time.
class Changer {
public:
    Changer(Journal journal, HelperCommand helper);

    /// Fails, with everything as it was: NoSuchPipe, Replaced (another file, owner or number of links than the
    /// preview's, or its permissions changed meanwhile), NotASocket, ChangeNotPermitted, HelperFailed,
    /// ReadOnlyFileSystem, AclUnsupported; and with what the journal cannot be written for. A preview that changes
    /// nothing is done at once, without a line in the journal (journalId 0). `keep`: its line is the rule of a change
    /// that is kept.
    [[nodiscard]] Result<Change> apply(const Preview &preview, bool keep = false) const;

    /// Whether an undo may take back with it what somebody has changed since.
    enum class LaterChanges { Spare, TakeBack };
    /// Restores mode, list, owner and group as they were before the change of that number (0: the newest not undone).
    /// Fails with NothingToUndo, ChangedSince, NoSuchPipe, Replaced, and as apply().
    [[nodiscard]] Result<Change> undo(quint32 journalId = 0, LaterChanges later = LaterChanges::Spare) const;

    /// Applies without a line in the journal and without the helper: for a kept change, whose line is there already.
    [[nodiscard]] static Status
    applyAgain(int fd, const QByteArray &path, const AccessFacts &now, const Permissions &after);

private:
    [[nodiscard]] Result<bool> carryOut(const Target &target, const Permissions &after) const;

    Journal m_journal;
    HelperCommand m_helper;
};

} // namespace pipeglass::access
