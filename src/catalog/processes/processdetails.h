// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// Command line, executable and runtime of a .NET process, in raw bytes.
struct ProcessDetails {
    pid_t pid = 0;
    std::vector<QByteArray> commandLine; ///< empty if not readable
    std::optional<QByteArray> executable; ///< nullopt: not permitted to see
    /// Directory of the loaded runtime; nullopt: not permitted to see, or the runtime is not a library (native AOT).
    std::optional<QByteArray> runtime;
};

/// Reads /proc; empty for a process that has ended. Synchronous, any thread.
[[nodiscard]] ProcessDetails processDetails(pid_t pid);

// The functions below are pure and accept any bytes.

/// Splits the text of /proc/PID/cmdline.
[[nodiscard]] std::vector<QByteArray> wordsOfCommandLine(QByteArrayView text);
/// The directory of libcoreclr.so in the text of /proc/PID/maps.
[[nodiscard]] std::optional<QByteArray> runtimeDirectoryFrom(QByteArrayView maps);
/// "10.0.12" for a shared runtime; empty for a self-contained program.
[[nodiscard]] QByteArray runtimeVersion(const QByteArray &directory);

} // namespace pipeglass::catalog
