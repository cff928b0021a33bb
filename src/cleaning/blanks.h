// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass::cleaning {

/// Separators of words in a line.
[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || c == '\t'; }
/// Separators of words in systemd's texts, which may continue in the next line.
[[nodiscard]] constexpr bool isWhitespace(char c) { return isBlank(c) || c == '\n' || c == '\r'; }

} // namespace pipeglass::cleaning
