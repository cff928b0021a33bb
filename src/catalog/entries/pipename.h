// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <vector>

namespace pipeglass::catalog {

/// The prefix of .NET's pipe files (System.IO.Pipes, PipeStream.Unix.cs).
inline constexpr QByteArrayView filePrefix{ "CoreFxPipe_" };

/// The directories of this user's .NET pipes: $TMPDIR if set and different, then /tmp. No trailing slashes.
[[nodiscard]] std::vector<QByteArray> defaultDirectories();

/// "/tmp" for "/tmp//"; "/" stays "/".
[[nodiscard]] QByteArray withoutTrailingSlashes(QByteArray path);

/// The path that a .NET program of this user connects to for `name`: a rooted name unchanged, any other one in $TMPDIR
/// or /tmp with the prefix. Fails with InvalidName (empty, NUL, a slash in a name that is not rooted or at its end,
/// "anonymous" in any case) or PathTooLong (over 107 bytes).
[[nodiscard]] Result<QByteArray> pathForName(const QByteArray &name);

} // namespace pipeglass::catalog
