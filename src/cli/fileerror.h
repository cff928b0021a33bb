// SPDX-License-Identifier: MIT
#pragma once

#include "cli/exitcode.h"

namespace pipeglass::cli {

/// The error for a file or directory that is no pipe: what errortext.h says of a missing or forbidden *pipe* (start the
/// server, ask for write permission) would be wrong advice. Always System, with the system's own words.
[[nodiscard]] Error fileError(int systemErrorNumber, const QByteArray &path);

/// An error that a file (a recording) gave, in those terms; others as they are.
[[nodiscard]] Error asFileError(const Error &error);

/// Permission denied for a file ends as such; a missing file is a failure and no missing pipe.
[[nodiscard]] ExitCode fileExitCode(const Error &error);

} // namespace pipeglass::cli
