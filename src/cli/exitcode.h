// SPDX-License-Identifier: MIT
#pragma once

#include "core/error.h"

namespace pipeglass::cli {

/// Exit codes. Documented in the man page and used by scripts: never change a number.
enum class ExitCode : int {
    Good = 0,
    Failed = 1,
    Usage = 2,
    NoSuchPipe = 3,
    PermissionDenied = 4,
    NobodyListening = 5,
    TimedOut = 6,
    ProgramNotExecutable = 126, ///< as of a shell
    ProgramNotFound = 127,
    Interrupted = 130,
};

[[nodiscard]] ExitCode exitCode(ErrorCode code);

} // namespace pipeglass::cli
