// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace pipeglass::access {

/// A file of /proc/PID, whole; nothing where it may not be read or the process is gone.
[[nodiscard]] std::optional<QByteArray> readProc(pid_t pid, const char *leaf);
/// Where a link of /proc/PID leads, such as "ns/user"; nothing likewise.
[[nodiscard]] std::optional<QByteArray> readProcLink(pid_t pid, const char *leaf);

} // namespace pipeglass::access
