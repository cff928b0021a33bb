// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

namespace pipeglass::endpoints {

/// The process named by a diagnostics socket or debugger FIFO. The pid is from that process's own pid namespace; the
/// start time is field 22 of /proc/PID/stat, the same in every pid namespace.
struct DiagnosticsOwner {
    quint64 pid = 0;
    quint64 startTime = 0;

    friend bool operator==(const DiagnosticsOwner &, const DiagnosticsOwner &) = default;
};

/// From `dotnet-diagnostic-PID-KEY-socket`, `dotnet-diagnostic-dsrouter-PID-KEY-socket` or
/// `clr-debug-pipe-PID-KEY-in|out`; nullopt for other names.
[[nodiscard]] std::optional<DiagnosticsOwner> diagnosticsOwner(QByteArrayView fileName);

/// Field 22 of /proc/PID/stat; nullopt for invalid text. The program's name may contain spaces and parentheses.
[[nodiscard]] std::optional<quint64> startTimeOf(QByteArrayView stat);

/// The pids of a process in its namespaces, from /proc/PID/status, outermost first; empty if missing.
[[nodiscard]] std::vector<quint64> namespacePids(QByteArrayView status);

struct RunningProcess {
    std::vector<quint64> pids; ///< one for each of its pid namespaces
    /// nullopt: the process is in another time namespace, which has another zero point.
    std::optional<quint64> startTime;
};

enum class OwnerState { Running, Gone, Unknown };

/// Whether the named process still runs. Exact, as a reused pid has another start time. Gone only if `processes` are
/// all processes of the machine (not so in a container), and none has that pid with an unknown start time.
[[nodiscard]] OwnerState
ownerState(const DiagnosticsOwner &owner, const std::vector<RunningProcess> &processes, bool allProcesses);

} // namespace pipeglass::endpoints
