// SPDX-License-Identifier: MIT
#pragma once

#include "formats/steps/program.h"

#include <QByteArrayView>
#include <QString>

#include <optional>

namespace pipeglass::formats {

/// A number as a JSON literal; nullopt for a float that JSON does not have (nan, inf, -inf).
[[nodiscard]] std::optional<QByteArray> numberLiteral(const NumberType &type, quint64 bits);
/// nan, inf or -inf.
[[nodiscard]] QByteArray floatWord(const NumberType &type, quint64 bits);
/// The word of an enum for a number as read; empty: none.
[[nodiscard]] QByteArray wordFor(const Program &program, const Step &step, quint64 bits);
/// The text, or nullopt if the content is bytes, or not valid text.
[[nodiscard]] std::optional<QString> textOf(const Step &step, QByteArrayView content);
/// The value of part `index` of bits.
[[nodiscard]] quint64 partOf(const BitFields &fields, size_t index, quint64 bits);
/// The bytes of a text; nullopt: it has characters that the encoding does not have.
[[nodiscard]] std::optional<QByteArray> bytesOf(Content content, const QString &text);

} // namespace pipeglass::formats
