// SPDX-License-Identifier: MIT
#pragma once

#include "doctor/errors/dotneterror.h"

#include <QRegularExpression>

#include <vector>

namespace pipeglass::doctor {

/// How an exception is recognized.
struct ErrorPattern {
    DotNetErrorId id = DotNetErrorId::PermissionDenied;
    QRegularExpression message; ///< the group "path" is the path, if the message has it inside
    bool isAnyProgram = false; ///< other programs print it too: it counts only with a sign of a pipe
    const char *frame = nullptr; ///< must be in the exception, with its stack trace
    const char *notFrame = nullptr; ///< must not
};

/// All patterns. Of two that match at the same place the first one counts.
[[nodiscard]] const std::vector<ErrorPattern> &errorPatterns();

} // namespace pipeglass::doctor
