// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArrayView>

namespace pipeglass::decoding {

/// Valid UTF-8 without control characters other than tab, line feed, form feed, carriage return and escape.
[[nodiscard]] bool isPrintableUtf8(QByteArrayView bytes);

/// The same for one character.
[[nodiscard]] constexpr bool isTextByte(uchar c)
{
    return (c >= 0x20 && c != 0x7f) || c == '\t' || c == '\n' || c == '\f' || c == '\r' || c == 0x1b;
}

} // namespace pipeglass::decoding
