// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QString>

#include <vector>

namespace pipeglass::exchange {

enum class RepairAction {
    None,
    Restored, ///< the public name leads to the server's own socket again
    Removed, ///< files of the tap, and dead sockets of its server, were deleted
};

/// What became of a tap that ended without leaving.
struct RepairOutcome {
    QByteArray path; ///< of the public name; of the journal where that cannot be read
    RepairAction action = RepairAction::None;
    QString reason; ///< a clause for people, never empty
    bool isRunning = false; ///< the tap is in place: nothing to repair
    bool isLeft = false; ///< something is left that could not be repaired
};

enum class RepairMode {
    OnlyCheck, ///< says what would be done, and touches nothing
    Repair,
};

/// Repairs what taps of this user left behind that were killed, or lost their power: to be called when a program that
/// can tap starts, before its first tap. Touches only files that a journal identifies, and taps that are in place not
/// at all. Empty where nothing was left, which costs the reading of one directory. May block: a moment for a server
/// that may be about to end. Any thread.
[[nodiscard]] std::vector<RepairOutcome> repairAll(RepairMode mode = RepairMode::Repair);

/// For the watcher: the same for one journal, whose tap is about to end. Waits for that a moment.
void repairAfterEnd(const QByteArray &journalLeaf);

} // namespace pipeglass::exchange
