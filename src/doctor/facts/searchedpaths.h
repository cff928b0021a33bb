// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>
#include <set>

#include <sys/types.h>

namespace pipeglass::doctor {

/// The absolute paths with the file name CoreFxPipe_* among the strings in the memory of a .NET process. A client keeps
/// the path that it connects to as such a string, even while no file has it. Reads resident private memory only, at
/// most 512 MiB; the process does not notice. nullopt: no permission to trace the process, or it has ended. Any thread.
[[nodiscard]] std::optional<std::set<QByteArray>> searchedPaths(pid_t pid);

/// Adds those in a piece of memory, which starts at an even address. A .NET string is its length in 32 bits, UTF-16,
/// and a NUL. Pure, any bytes.
void addSearchedPaths(QByteArrayView memory, std::set<QByteArray> &paths);

} // namespace pipeglass::doctor
