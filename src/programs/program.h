// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::programs {

/// A program to start; all bytes are raw.
struct ProgramRequest {
    std::vector<QByteArray> words; ///< the program, searched in PATH without a slash, and its arguments
    QByteArray directory = {}; ///< to start in; empty: ours
    std::vector<QByteArray> environment = {}; ///< NAME=value, in addition to inheritedState()
};

/// A child process with installCallFilter(), which waits before it becomes the program. It gets inheritedState(), our
/// standard streams and process group, and no other descriptor.
class Program {
public:
    /// May block. Fails with ProgramNotFound, ProgramNotExecutable, NestedRun (this process was started so itself),
    /// InterceptionUnsupported, NoSuchDirectory, or as the system does.
    [[nodiscard]] static Result<Program> start(const ProgramRequest &request);
    ~Program(); ///< one that still waits ends, one that runs goes on
    Program(Program &&) noexcept = default;
    Program &operator=(Program &&) = delete;

    [[nodiscard]] pid_t pid() const { return m_pid; }
    [[nodiscard]] int processDescriptor() const { return m_process.get(); } ///< a pidfd
    [[nodiscard]] UniqueFd takeReports() { return std::move(m_reports); } ///< for Notifications
    void run();
    /// After run(): its wait status once it has ended; nullopt before. ESRCH and the like count as an exit code of 1.
    [[nodiscard]] std::optional<int> waitStatus();
    /// Once it has ended: why it never became the program; 0: it did.
    [[nodiscard]] int executionError() const { return m_executionError; }

private:
    Program() = default;

    pid_t m_pid = 0;
    UniqueFd m_process;
    UniqueFd m_gate; ///< it waits for a byte, and says why it could not become the program
    UniqueFd m_reports;
    int m_executionError = 0;
    bool m_isRunning = false;
};

} // namespace pipeglass::programs
