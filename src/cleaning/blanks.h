// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass::cleaning {

/// What parts the words of a line.
[[nodiscard]] constexpr bool isBlank(char c) { return c == ' ' || c == '\t'; }
/// What parts the words of systemd's texts, in which a word may stand in another line.
[[nodiscard]] constexpr bool isWhitespace(char c) { return isBlank(c) || c == '\n' || c == '\r'; }

} // namespace pipeglass::cleaning
