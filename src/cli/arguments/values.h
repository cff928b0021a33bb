// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/filemode.h"
#include "core/result.h"

namespace pipeglass::cli {

// Parsers of flag values. Errors are InvalidArgument with a description of valid values.

[[nodiscard]] Result<quint64> parseCount(const QByteArray &text);
/// Seconds, possibly with a fraction, in milliseconds; a value above 0 is at least 1.
[[nodiscard]] Result<int> parseSeconds(const QByteArray &text);
/// Bytes, at least 1; the suffixes K, M and G are powers of 1024.
[[nodiscard]] Result<qsizetype> parseLimit(const QByteArray &text);
[[nodiscard]] Result<FileMode> parseMode(const QByteArray &text);
[[nodiscard]] Result<QByteArray> parseHex(const QByteArray &text);

/// The parsed value of a flag, or `otherwise` if it is not given.
template <typename T, typename Parse>
[[nodiscard]] Result<T> valueOr(const std::optional<QByteArray> &given, Parse parse, T otherwise)
{
    return given ? Result<T>(parse(*given)) : Result<T>(std::move(otherwise));
}

} // namespace pipeglass::cli
