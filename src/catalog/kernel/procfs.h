// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// Parses a decimal number of digits only; nullopt if it does not fit.
[[nodiscard]] std::optional<quint64> numberFrom(QByteArrayView digits);

/// A whole file of /proc, at most 64 MiB.
[[nodiscard]] Result<QByteArray> readProcFile(const char *path);

/// The visible processes, ascending.
[[nodiscard]] std::vector<pid_t> processIds();

/// Start time of a process in clock ticks since boot; pid and start time identify a process. nullopt if it has ended.
[[nodiscard]] std::optional<quint64> startTime(pid_t pid);
/// The start time in the text of /proc/PID/stat. Pure, any bytes.
[[nodiscard]] std::optional<quint64> startTimeFrom(QByteArrayView stat);
/// The parent's pid in the same text; 0 if there is none.
[[nodiscard]] pid_t parentFrom(QByteArrayView stat);

/// The number in a link target of /proc/PID/fd, "socket:[4711]" or "pipe:[42]", if it is of that kind. Pure, any bytes.
[[nodiscard]] std::optional<quint32> linkedInode(QByteArrayView target, QByteArrayView kind);

/// Calls `visit` for each name in the output of getdents64, except "." and ".."; stops when it returns false, and
/// returns that. Pure, any bytes.
bool forEachName(QByteArrayView directoryEntries, const std::function<bool(QByteArrayView)> &visit);

/// Calls `visit` for each name of an open directory, from its current offset. False after an error (errno).
bool readDirectory(int fd, const std::function<bool(QByteArrayView)> &visit);

} // namespace pipeglass::catalog
