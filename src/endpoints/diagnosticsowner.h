// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace pipeglass::endpoints {

/// The process that a diagnostics socket or a debugger FIFO claims in its name. The pid is as that process sees itself
/// (its own pid namespace); the start time is field 22 of its stat file, the same number in every namespace.
struct DiagnosticsOwner {
    quint64 pid = 0;
    quint64 startTime = 0;

    friend bool operator==(const DiagnosticsOwner &, const DiagnosticsOwner &) = default;
};

/// Out of `dotnet-diagnostic-PID-KEY-socket`, `dotnet-diagnostic-dsrouter-PID-KEY-socket` or
/// `clr-debug-pipe-PID-KEY-in|out`; nothing for any other name.
[[nodiscard]] std::optional<DiagnosticsOwner> diagnosticsOwner(QByteArrayView fileName);

/// Field 22 of a /proc/PID/stat; nothing for a text that is not one. The program's name in it may hold anything, blanks
/// and parentheses too.
[[nodiscard]] std::optional<quint64> startTimeOf(QByteArrayView stat);

/// The pids of one process out of its /proc/PID/status, the outermost namespace's first; empty where it does not say.
[[nodiscard]] std::vector<quint64> namespacePids(QByteArrayView status);

struct RunningProcess {
    std::vector<quint64> pids; ///< one for each pid namespace that it is in
    /// Nothing: of a process in another time namespace, which counts from another moment.
    std::optional<quint64> startTime;
};

enum class OwnerState { Running, Gone, Unknown };

/// Whether the claimed process still runs: exact, for a pid that is used again comes with another start time. Gone is
/// said only if `processes` are all that there are on the machine; from inside a container they are not, and a pid of
/// another namespace cannot be judged there. Nor is it said where a process has that pid and an unknown start time.
[[nodiscard]] OwnerState
ownerState(const DiagnosticsOwner &owner, const std::vector<RunningProcess> &processes, bool allProcesses);

} // namespace pipeglass::endpoints
