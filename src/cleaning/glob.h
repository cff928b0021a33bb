// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <vector>

namespace pipeglass::cleaning {

/// The shell's matching of a whole path, as cleaners do it: `*` and `?` match neither a slash nor a leading dot.
[[nodiscard]] bool globMatches(const QByteArray &pattern, const QByteArray &path);

/// `/a{b,c{d,e}}` to `/ab`, `/acd`, `/ace`. Braces without a comma or without their other half stay as they are. More
/// than 1,000 results are cut off, and a pattern over 4,096 bytes stays as it is.
[[nodiscard]] std::vector<QByteArray> expandBraces(const QByteArray &pattern);

} // namespace pipeglass::cleaning
