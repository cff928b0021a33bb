// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace pipeglass::decoding {

struct JsonMember;

/// A value of JSON text. Keeps the order of members and the digits of numbers.
struct JsonValue {
    enum class Kind : quint8 { Null, False, True, Number, String, Array, Object };

    Kind kind = Kind::Null;
    qsizetype at = 0; ///< offset in the text
    QByteArray text = {}; ///< of a Number as written; of a String its content in UTF-8
    std::vector<JsonMember> members; ///< of an Array, without names, or of an Object

    [[nodiscard]] bool is(Kind other) const { return kind == other; }
};

struct JsonMember {
    QByteArray name; ///< UTF-8
    JsonValue value;
};

/// Why a text cannot be used, and where.
struct TextProblem {
    qsizetype at = 0; ///< offset in bytes
    QString text; ///< for people, without the place
};

/// Limit of nested arrays and objects in texts.
inline constexpr int deepestText = 200;

[[nodiscard]] tl::expected<JsonValue, TextProblem> parseJson(QByteArrayView text);
/// With the quotes.
[[nodiscard]] QByteArray quotedJson(QByteArrayView utf8);
/// A valid text on one line, without blanks between its parts.
[[nodiscard]] QByteArray compactJson(QByteArrayView text);
/// A valid text with a line for each value; short lists stay on one line.
[[nodiscard]] QByteArray indentedJson(QByteArrayView text);

/// The translation of a text that QT_TRANSLATE_NOOP("Decoding", ...) marks.
[[nodiscard]] QString trText(const char *text);

/// `Line 2, column 5: text`; `errorAt` gets the offset.
[[nodiscard]] Error textError(QByteArrayView text, const TextProblem &problem, qsizetype *errorAt);

/// A payload is not completely of the format with this id.
[[nodiscard]] Error notOfFormat(const QByteArray &decoder);

/// The value of that name; null: there is none.
[[nodiscard]] const JsonValue *memberOf(const JsonValue &object, QByteArrayView name);

// Values of a few kinds; nullopt: not of this kind.
[[nodiscard]] std::optional<QByteArray> hexOf(const JsonValue &value);
[[nodiscard]] std::optional<qint64> integerOf(const JsonValue &value); ///< a number without a fraction
[[nodiscard]] std::optional<quint64> unsignedOf(const JsonValue &value);
/// A number, also in quotes, or one of the strings "nan", "inf", "-inf".
[[nodiscard]] std::optional<double> realOf(const JsonValue &value);
/// A literal that is read back as a number with a fraction; quoted if it is not finite.
[[nodiscard]] QByteArray realText(double value);
[[nodiscard]] QByteArray realText(float value);

} // namespace pipeglass::decoding
