// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// How a .NET process was started and what runs it, in raw bytes. A value.
struct ProcessDetails {
    pid_t pid = 0;
    std::vector<QByteArray> commandLine; ///< empty where it cannot be read
    std::optional<QByteArray> executable; ///< nothing where it may not be seen
    /// The directory that the runtime was loaded from; nothing where that may not be seen, or where the runtime is not
    /// a library (a program compiled ahead of time).
    std::optional<QByteArray> runtime;
};

/// What /proc says of a process now; of one that has ended, nothing. Synchronous, any thread.
[[nodiscard]] ProcessDetails processDetails(pid_t pid);

// Pure, any bytes.

/// Out of the text of /proc/PID/cmdline.
[[nodiscard]] std::vector<QByteArray> wordsOfCommandLine(QByteArrayView text);
/// The directory of libcoreclr.so out of the text of /proc/PID/maps.
[[nodiscard]] std::optional<QByteArray> runtimeDirectoryFrom(QByteArrayView maps);
/// "10.0.12" of a runtime that is installed for all programs; empty for one that a program brought along.
[[nodiscard]] QByteArray runtimeVersion(const QByteArray &directory);

} // namespace pipeglass::catalog
