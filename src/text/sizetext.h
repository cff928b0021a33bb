// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

namespace pipeglass::text {

/// "0 B", "9 B", "1.5 KiB". Any thread.
[[nodiscard]] QString sizeText(qsizetype bytes);

} // namespace pipeglass::text
