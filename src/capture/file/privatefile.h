// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::capture {

/// A new unnamed file, 0600, for reading and writing (location: see RecordingFile::createPrivate()). It is removed when
/// its descriptor is closed.
[[nodiscard]] Result<UniqueFd> openPrivateFile();

} // namespace pipeglass::capture
