// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QHash>

#include <optional>
#include <vector>

namespace pipeglass::cleaning {

/// Values of `%` specifiers, such as 't' for "/run"; "%%" needs no entry.
using Specifiers = QHash<char, QByteArray>;

/// Splits a tmpfiles.d line into at most `most` fields, with quotes and backslashes removed; ignores the rest. With
/// `cEscapes` (systemd 254 and later) `\x20` is one byte; before, the backslash was only removed. nullopt for a line
/// that systemd refuses: an open quote or an invalid escape.
[[nodiscard]] std::optional<std::vector<QByteArray>> splitFields(QByteArrayView line, size_t most, bool cEscapes);

/// Replaces the specifiers; nullopt if one is unknown or has no value here: systemd ignores the line then.
[[nodiscard]] std::optional<QByteArray> withSpecifiers(QByteArrayView text, const Specifiers &specifiers);

} // namespace pipeglass::cleaning
