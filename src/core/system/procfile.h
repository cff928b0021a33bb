// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace pipeglass {

/// "/proc/PID/LEAF", or "/proc/self/LEAF" for this process: /proc may belong to another process namespace, where our
/// pid is a different process.
[[nodiscard]] QByteArray procPath(pid_t pid, const char *leaf);

/// Reads a file of /proc/PID, at most 4 MiB; nullopt if not permitted or the process has ended (errno).
[[nodiscard]] std::optional<QByteArray> readProc(pid_t pid, const char *leaf);
/// The target of a link of /proc/PID, such as "ns/user"; nullopt likewise.
[[nodiscard]] std::optional<QByteArray> readProcLink(pid_t pid, const char *leaf);

} // namespace pipeglass
