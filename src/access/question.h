// SPDX-License-Identifier: MIT
#pragma once

#include "access/changes/fixes.h"

namespace pipeglass::access {

/// Whether a subject can connect to a pipe, why, and fixes.
struct Answer {
    Subject subject;
    bool canConnect = false;
    Rule rule = Rule::Others;
    QString sentence;
    // Set by ask() only.
    QString warning; ///< what the mode does not show; sentences are joined by spaces
    WhoCanConnect who; ///< without rows if we cannot reach the target
    std::vector<Fix> fixes; ///< empty if permissions are not the reason
};

/// Without warning, table and fixes. For this process the kernel's answer takes precedence. For another process reads
/// /proc.
[[nodiscard]] Answer judge(const Target &target, const Subject &subject);
/// The full answer. Looks up the system's accounts.
[[nodiscard]] Answer ask(const Target &target, const Subject &subject);

} // namespace pipeglass::access
