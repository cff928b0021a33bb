// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileid.h"

#include <QByteArray>

#include <optional>

#include <sys/types.h>

namespace pipeglass::doctor {

/// A path as the process sees it, from here: through its root, or its working directory if it is relative.
[[nodiscard]] QByteArray seenBy(pid_t pid, const QByteArray &path);

/// The same path where it leads to the same directory here; else as seenBy().
[[nodiscard]] QByteArray shortestFor(pid_t pid, const QByteArray &path);

/// Device and inode; {}: there is none.
[[nodiscard]] FileId directoryId(const QByteArray &path);

/// The directory in which a .NET process has its pipes; nullopt: not permitted to see.
[[nodiscard]] std::optional<QByteArray> pipeDirectory(pid_t pid);

} // namespace pipeglass::doctor
