// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass {

/// Formats bytes as `hexdump -C` does: offset, 16 bytes in hex, printable ASCII; repeated lines as one "*", the size on
/// the last line. Each line begins with `indent` and ends in a line feed. Safe for a terminal.
[[nodiscard]] QByteArray hexDump(QByteArrayView bytes, QByteArrayView indent = {});

} // namespace pipeglass
