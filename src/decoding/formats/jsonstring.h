// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <optional>

namespace pipeglass::decoding {

/// The UTF-16 unit of four hex digits.
[[nodiscard]] std::optional<char16_t> jsonHexUnit(QByteArrayView digits);
/// The content of a valid JSON string, between its quotes. A lone surrogate becomes U+FFFD.
[[nodiscard]] QByteArray unescapedJson(QByteArrayView raw);

} // namespace pipeglass::decoding
