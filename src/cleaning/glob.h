// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::cleaning {

/// Matches a whole path against a shell pattern, as cleaners do: `*` and `?` do not match a slash or a leading dot.
[[nodiscard]] bool globMatches(const QByteArray &pattern, const QByteArray &path);

/// `/a{b,c{d,e}}` to `/ab`, `/acd`, `/ace`. Braces without a comma or a closing brace stay unchanged. At most 1,000
/// results; a pattern over 4,096 bytes stays unchanged.
[[nodiscard]] std::vector<QByteArray> expandBraces(const QByteArray &pattern);

} // namespace pipeglass::cleaning
