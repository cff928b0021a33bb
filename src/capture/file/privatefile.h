// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::capture {

/// A new file without a name, 0600, for reading and writing; see RecordingFile::createPrivate() for where. It ends with
/// its descriptor, however the program ends.
[[nodiscard]] Result<UniqueFd> openPrivateFile();

} // namespace pipeglass::capture
