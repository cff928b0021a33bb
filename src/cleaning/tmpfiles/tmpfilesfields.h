// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace pipeglass::cleaning {

/// What the letters after `%` stand for, such as 't' for "/run"; "%%" needs no entry.
using Specifiers = QHash<char, QByteArray>;

/// The fields of a tmpfiles.d line, quotes and backslashes taken away: at most `most`, what follows the last of them is
/// left alone. With `cEscapes` (systemd 254 and later) `\x20` and the like are one byte; before that a backslash only
/// vanished. Nothing for a line that systemd would not take: an open quote, an escape that is none.
[[nodiscard]] std::optional<std::vector<QByteArray>> splitFields(QByteArrayView line, size_t most, bool cEscapes);

/// The text with its specifiers put in. Nothing where it holds a letter that is not known or has no value here: systemd
/// drops the line then.
[[nodiscard]] std::optional<QByteArray> withSpecifiers(QByteArrayView text, const Specifiers &specifiers);

} // namespace pipeglass::cleaning
