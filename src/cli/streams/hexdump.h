// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

namespace pipeglass::cli {

/// The bytes as `hexdump -C` prints them: offset, 16 bytes in hex, printable ASCII; lines equal to the one before are
/// one "*", and the last line is the size. Each line begins with `indent` and ends in a line feed. Safe for a terminal.
[[nodiscard]] QByteArray hexDump(QByteArrayView bytes, QByteArrayView indent = {});

} // namespace pipeglass::cli
