// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/processes/dotnetprocesses.h"

namespace pipeglass::text {

// A .NET process and its pipes. Names are escaped. Any thread.

/// For a pipe that the process serves: endpoint, state and clients.
[[nodiscard]] QString servesText(const catalog::PipeEntry &pipe);
/// For a pipe that it is a client of: server and unread bytes.
[[nodiscard]] QString clientOfText(const catalog::DotNetProcess::ClientOf &one);
/// "serves 2 pipes, client of 1"
[[nodiscard]] QString processSummary(const catalog::DotNetProcess &process);
/// "/tmp (not set)", "/run/x", "unknown: another user's process".
[[nodiscard]] QString temporaryDirectoryText(const std::optional<QByteArray> &tmpdir);
/// Its state and path; "none found" without one.
[[nodiscard]] QString diagnosticsText(const catalog::DotNetProcess &process);
/// The number of processes that could not be inspected.
[[nodiscard]] QString hiddenProcessesSentence(int processes);

} // namespace pipeglass::text
