// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace pipeglass {

/// "/proc/PID/LEAF"; "/proc/self/LEAF" for this process: in a process namespace without a /proc of its own, its number
/// there is another process's.
[[nodiscard]] QByteArray procPath(pid_t pid, const char *leaf);

/// A file of /proc/PID, 4 MiB at most; nothing where it may not be read or the process is gone (errno).
[[nodiscard]] std::optional<QByteArray> readProc(pid_t pid, const char *leaf);
/// Where a link of /proc/PID leads, such as "ns/user"; nothing likewise.
[[nodiscard]] std::optional<QByteArray> readProcLink(pid_t pid, const char *leaf);

} // namespace pipeglass
