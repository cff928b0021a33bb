// SPDX-License-Identifier: MIT
#include "decoding/text/jsonvalue.h"

#include <QCoreApplication>
#include <QLocale>

#include <cmath>
#include <limits>

namespace pipeglass::decoding {

QByteArray quotedJson(QByteArrayView utf8)
{
    QByteArray quoted("\"");
    for (const char c : utf8) {
        const auto byte = static_cast<uchar>(c);
        if (c == '"' || c == '\\')
            quoted += '\\';
        if (c == '\n')
            quoted += "\\n";
        else if (c == '\r')
            quoted += "\\r";
        else if (c == '\t')
            quoted += "\\t";
        else if (byte < 0x20 || byte == 0x7f)
            quoted += "\\u00" + QByteArray(1, c).toHex();
        else
            quoted += c;
    }
    return quoted + '"';
}

QString trText(const char *text) { return QCoreApplication::translate("Decoding", text); }

Error textError(QByteArrayView text, const TextProblem &problem, qsizetype *errorAt)
{
    if (errorAt != nullptr)
        *errorAt = problem.at;
    const QByteArrayView before = text.first(qMin(problem.at, text.size()));
    const qsizetype line = before.lastIndexOf('\n') + 1;
    return { ErrorCode::InvalidArgument,
             0,
             {},
             QCoreApplication::translate("Decoding", "Line %1, column %2: %3")
                 .arg(before.count('\n') + 1)
                 .arg(QString::fromUtf8(before.sliced(line)).size() + 1)
                 .arg(problem.text) };
}

Error notOfFormat(const QByteArray &decoder)
{
    return { ErrorCode::InvalidArgument,
             0,
             {},
             QCoreApplication::translate("Decoding", "The bytes are not a message of the format %1.")
                 .arg(QString::fromUtf8(decoder)) };
}

const JsonValue *memberOf(const JsonValue &object, QByteArrayView name)
{
    for (const JsonMember &one : object.members) {
        if (one.name == name)
            return &one.value;
    }
    return nullptr;
}

std::optional<QByteArray> hexOf(const JsonValue &value)
{
    const QByteArray bytes = QByteArray::fromHex(value.text);
    const bool isHex = value.is(JsonValue::Kind::String) && bytes.size() * 2 == value.text.size()
        && bytes.toHex() == value.text.toLower();
    return isHex ? std::optional(bytes) : std::nullopt;
}

std::optional<qint64> integerOf(const JsonValue &value)
{
    bool isGood = false;
    const qint64 number = value.text.toLongLong(&isGood);
    return value.is(JsonValue::Kind::Number) && isGood ? std::optional(number) : std::nullopt;
}

std::optional<quint64> unsignedOf(const JsonValue &value)
{
    bool isGood = false;
    const quint64 number = value.text.toULongLong(&isGood);
    return value.is(JsonValue::Kind::Number) && isGood ? std::optional(number) : std::nullopt;
}

std::optional<double> realOf(const JsonValue &value)
{
    if (value.is(JsonValue::Kind::String) && value.text == "nan")
        return std::numeric_limits<double>::quiet_NaN();
    if (value.is(JsonValue::Kind::String) && (value.text == "inf" || value.text == "-inf"))
        return (value.text.startsWith('-') ? -1 : 1) * std::numeric_limits<double>::infinity();
    bool isGood = false;
    const double number = value.text.toDouble(&isGood);
    return isGood ? std::optional(number) : std::nullopt;
}

QByteArray realText(double value)
{
    if (std::isnan(value))
        return "\"nan\"";
    if (std::isinf(value))
        return value < 0 ? "\"-inf\"" : "\"inf\"";
    QByteArray text = QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    if (text == "-0" || text == "0")
        text = std::signbit(value) ? "-0" : "0";
    return text.contains('.') || text.contains('e') ? text : text + ".0";
}

QByteArray realText(float value)
{
    if (!std::isfinite(value))
        return realText(static_cast<double>(value));
    for (int digits = 6; digits < 9; ++digits) {
        const QByteArray text = QByteArray::number(static_cast<double>(value), 'g', digits);
        if (static_cast<float>(text.toDouble()) == value)
            return realText(text.toDouble());
    }
    return realText(QByteArray::number(static_cast<double>(value), 'g', 9).toDouble());
}

} // namespace pipeglass::decoding
