// SPDX-License-Identifier: MIT
#pragma once

#include "core/filemode.h"

namespace pipeglass::cli {

/// Who can connect to a socket of this mode, as one sentence. Only write bits matter, and the first class that fits
/// decides: an owner without the bit is refused even where others have it. Root always can.
[[nodiscard]] QString whoCanConnect(FileMode mode, const QString &owner, const QString &group);

} // namespace pipeglass::cli
