// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>

#include <functional>
#include <optional>
#include <vector>

#include <sys/types.h>

namespace pipeglass::catalog {

/// A decimal number that is nothing but digits and fits.
[[nodiscard]] std::optional<quint64> numberFrom(QByteArrayView digits);

/// The whole of a file of /proc, 64 MiB at most.
[[nodiscard]] Result<QByteArray> readProcFile(const char *path);

/// The processes that /proc shows now, in its order (ascending).
[[nodiscard]] std::vector<pid_t> processIds();

/// When a process began, in clock ticks since the boot: with the pid it names a process over time. Nothing for one that
/// is gone.
[[nodiscard]] std::optional<quint64> startTime(pid_t pid);
/// The same out of the text of /proc/PID/stat: pure, any bytes.
[[nodiscard]] std::optional<quint64> startTimeFrom(QByteArrayView stat);
/// The parent's pid out of it likewise; 0 where there is none.
[[nodiscard]] pid_t parentFrom(QByteArrayView stat);

/// The number in the target of a link in /proc/PID/fd, "socket:[4711]" or "pipe:[42]", if it is of that kind. Pure, any
/// bytes.
[[nodiscard]] std::optional<quint32> linkedInode(QByteArrayView target, QByteArrayView kind);

/// Names in the answer of getdents64, in their order, without "." and "..": pure, any bytes. `visit` returns whether to
/// go on; so does this.
bool forEachName(QByteArrayView directoryEntries, const std::function<bool(QByteArrayView)> &visit);

/// Reads the open directory `fd` from where it stands: forEachName over all of it. False after an error (errno).
bool readDirectory(int fd, const std::function<bool(QByteArrayView)> &visit);

} // namespace pipeglass::catalog
