// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::cli {

/// Bytes as `hexdump -C` shows them: offset, 16 bytes in hex, and their ASCII text; each line begins with `indent` and
/// ends with a line feed. Safe for a terminal.
[[nodiscard]] QByteArray hexDump(QByteArrayView bytes, QByteArrayView indent = {});

} // namespace pipeglass::cli
