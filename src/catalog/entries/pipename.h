// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <vector>

namespace pipeglass::catalog {

/// What .NET puts before a pipe's name to make its file name (System.IO.Pipes, PipeStream.Unix.cs).
inline constexpr QByteArrayView filePrefix{ "CoreFxPipe_" };

/// Where .NET programs of this user put their pipes: $TMPDIR, if it is set and not the same, then /tmp. No slash at the
/// end.
[[nodiscard]] std::vector<QByteArray> defaultDirectories();

/// "/tmp//" as "/tmp", and "/" as it is.
[[nodiscard]] QByteArray withoutTrailingSlashes(QByteArray path);

/// The path a .NET program of this user dials for `name`: a rooted name as it is, any other in $TMPDIR or /tmp with the
/// prefix. Fails with InvalidName (empty, NUL, a slash in a name that is not rooted or at its end, "anonymous" in any
/// case) or PathTooLong (over 107 bytes).
[[nodiscard]] Result<QByteArray> pathForName(const QByteArray &name);

} // namespace pipeglass::catalog
