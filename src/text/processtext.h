// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

namespace pipeglass::text {

// What a .NET process does with pipes. Strangers' names are escaped. Any thread.

/// Of a pipe that a process serves: what is known of its kind, its state, and who is there.
[[nodiscard]] QString servesText(const catalog::PipeEntry &pipe);
/// Of a pipe that it is a client of: who serves it, and what is not read yet.
[[nodiscard]] QString clientOfText(const catalog::DotNetProcess::ClientOf &one);
/// "serves 2 pipes, client of 1"
[[nodiscard]] QString processSummary(const catalog::DotNetProcess &process);
/// "/tmp (not set)", "/run/x", "unknown: another user's process".
[[nodiscard]] QString temporaryDirectoryText(const std::optional<QByteArray> &tmpdir);
/// Its state and path; "none seen" where there is none.
[[nodiscard]] QString diagnosticsText(const catalog::DotNetProcess &process);
/// That some processes could not be looked into.
[[nodiscard]] QString hiddenProcessesSentence(int processes);

} // namespace pipeglass::text
