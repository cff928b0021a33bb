// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/system/process.h"
#include "core/uniquefd.h"
#include "doctor/errors/explanation.h"
#include "doctor/runtime/failedconnects.h"

#include <atomic>
#include <chrono>

namespace pipeglass::doctor {

/// The diagnostics socket of a running .NET process.
struct RuntimeSocket {
    ProcessInfo process;
    QByteArray path; ///< as the process names it
    UniqueFd file; ///< O_PATH
};

/// Connects to nothing. Fails with UnknownProcess, AccessDenied (another user's process), or NoSuchFile (no .NET
/// process, or one without diagnostics). Synchronous, any thread.
[[nodiscard]] Result<RuntimeSocket> findRuntime(pid_t pid);

/// Asks the runtime for the events of its sockets (a session of EventPipe), until a moment after the first failed
/// connect, at most `longest`, or until `stop`; then ends the session. The program goes on meanwhile. Empty: no connect
/// failed. Fails with TimedOut, PeerClosed, WrongSocketType (not the process's own socket), NobodyListening or
/// Unsupported. Blocks; `runtime` and `stop` outlive the call.
[[nodiscard]] Result<std::vector<FailedConnect>>
watchConnects(const RuntimeSocket &runtime, std::chrono::milliseconds longest, const std::atomic<bool> &stop);

/// A failed connect, and what the pipe looks like now to that process.
struct ExplainedConnect {
    FailedConnect connect;
    Explanation explanation;
};

/// Scans for each; connects to nothing. Synchronous, any thread.
[[nodiscard]] std::vector<ExplainedConnect> explainConnects(pid_t pid, const std::vector<FailedConnect> &failed);

} // namespace pipeglass::doctor
