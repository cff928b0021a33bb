// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/filemode.h"
#include "core/result.h"
#include "framing/framingregistry.h"

namespace pipeglass::cli {

// The values of flags. Each fails with InvalidArgument about the value, saying what would be one.

[[nodiscard]] Result<quint64> parseCount(const QByteArray &text);
/// Seconds, with a fraction if need be, as milliseconds; what is more than 0 is at least 1 millisecond.
[[nodiscard]] Result<int> parseSeconds(const QByteArray &text);
/// Bytes, at least 1; K, M and G behind the number are powers of 1024.
[[nodiscard]] Result<qsizetype> parseLimit(const QByteArray &text);
[[nodiscard]] Result<FileMode> parseMode(const QByteArray &text);
[[nodiscard]] Result<framing::FramingPtr>
parseFraming(const QByteArray &text, const framing::FramingRegistry &framings);
[[nodiscard]] Result<QByteArray> parseHex(const QByteArray &text);

/// A flag's value where it is given, the other one where it is not.
template <typename T, typename Parse>
[[nodiscard]] Result<T> valueOr(const std::optional<QByteArray> &given, Parse parse, T otherwise)
{
    return given ? Result<T>(parse(*given)) : Result<T>(std::move(otherwise));
}

} // namespace pipeglass::cli
