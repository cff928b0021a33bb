// SPDX-License-Identifier: MIT
#pragma once

#include "access/fixes.h"
#include "access/processview.h"

namespace pipeglass::access {

/// May this subject connect to this pipe, why (not), and what would help.
struct Answer {
    Subject subject;
    bool canConnect = false;
    Rule rule = Rule::Others;
    QString sentence;
    QString warning; ///< empty, or what the mode cannot show; several sentences are joined by blanks
    std::vector<TableRow> table; ///< empty for a target that we cannot reach
    std::vector<Fix> fixes;
};

/// Reads /proc for a subject with a pid, and the system's accounts.
[[nodiscard]] Answer ask(const Target &target, const Subject &subject);

/// Who can connect at all, in one sentence: "Only root can connect: group and others lack write permission."
[[nodiscard]] QString summaryOf(const Target &target);

} // namespace pipeglass::access
