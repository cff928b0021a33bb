// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/fixes.h"

namespace pipeglass::access {

/// May this subject connect to this pipe, why (not), and what would help.
struct Answer {
    Subject subject;
    bool canConnect = false;
    Rule rule = Rule::Others;
    QString sentence;
    // The rest is filled by ask() alone.
    QString warning; ///< empty, or what the mode cannot show; several sentences are joined by blanks
    WhoCanConnect who; ///< without rows for a target that we cannot reach
    std::vector<Fix> fixes; ///< none where permissions are not what is missing
};

/// Whether and why. For this process the kernel is asked too and has the last word. For another process reads /proc.
[[nodiscard]] Answer judge(const Target &target, const Subject &subject);
/// The same with all that helps. Asks for the system's accounts.
[[nodiscard]] Answer ask(const Target &target, const Subject &subject);

} // namespace pipeglass::access
