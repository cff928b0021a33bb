// SPDX-License-Identifier: MIT
#include "decoding/schema/scalar.h"

#include "decoding/formats/itemwalker.h"
#include "decoding/text/valueencoder.h"

#include <bit>
#include <cmath>
#include <limits>

namespace pipeglass::decoding {

namespace {

using FieldKind = FieldType::Kind;

Scalar scalarOf(const QByteArray &literal) { return { QString::fromLatin1(literal), true, literal }; }

Scalar scalarOf(double value, const QByteArray &json) { return { numberText(value), std::isfinite(value), json }; }

std::optional<Scalar> enumValue(qint64 number, const FieldType &field)
{
    if (number != static_cast<qint32>(number))
        return std::nullopt;
    const QByteArray digits = QByteArray::number(number);
    const QByteArray *name =
        field.enumeration == nullptr ? nullptr : field.enumeration->nameOf(static_cast<qint32>(number));
    if (name == nullptr)
        return scalarOf(digits);
    return Scalar{ QString::fromLatin1(*name + " (" + digits + ')'), false, '"' + *name + '"' };
}

/// Of a type that is written as a varint.
std::optional<Scalar> readVarint(quint64 bits, const FieldType &field)
{
    const auto number = static_cast<qint64>(bits);
    switch (field.kind) {
    case FieldKind::Bool:
        return bits > 1 ? std::nullopt : std::optional(scalarOf(bits == 1 ? "true" : "false"));
    case FieldKind::Enum:
        return enumValue(number, field);
    case FieldKind::UInt64:
        return scalarOf(QByteArray::number(bits));
    case FieldKind::UInt32:
        return bits > std::numeric_limits<quint32>::max() ? std::nullopt
                                                          : std::optional(scalarOf(QByteArray::number(bits)));
    case FieldKind::Int32:
        return number != static_cast<qint32>(number) ? std::nullopt
                                                     : std::optional(scalarOf(QByteArray::number(number)));
    case FieldKind::SInt32:
    case FieldKind::SInt64: {
        const auto value = static_cast<qint64>((bits >> 1U) ^ (~(bits & 1U) + 1));
        const bool isGood = field.kind == FieldKind::SInt64 || value == static_cast<qint32>(value);
        return isGood ? std::optional(scalarOf(QByteArray::number(value))) : std::nullopt;
    }
    default:
        return scalarOf(QByteArray::number(number));
    }
}

/// A whole number from `lowest` to `highest`, as bits.
std::optional<quint64> wholeOf(const JsonValue &value, qint64 lowest, quint64 highest)
{
    if (const auto number = integerOf(value); number && *number < 0)
        return *number >= lowest ? std::optional(static_cast<quint64>(*number)) : std::nullopt;
    const auto number = unsignedOf(value);
    return number && *number <= highest ? number : std::nullopt;
}

/// The bits of a value that is no floating-point number.
std::optional<quint64> bitsOf(const FieldType &field, const JsonValue &value)
{
    constexpr qint64 lowest32 = std::numeric_limits<qint32>::min();
    constexpr quint64 highest32 = std::numeric_limits<qint32>::max();
    constexpr qint64 lowest64 = std::numeric_limits<qint64>::min();
    constexpr quint64 highest64 = std::numeric_limits<qint64>::max();
    switch (field.kind) {
    case FieldKind::Bool:
        if (value.is(JsonValue::Kind::True) || value.is(JsonValue::Kind::False))
            return value.is(JsonValue::Kind::True) ? 1 : 0;
        return std::nullopt;
    case FieldKind::Enum:
        if (value.is(JsonValue::Kind::String) && field.enumeration != nullptr) {
            const auto number = field.enumeration->numberOf(value.text);
            return number ? std::optional(static_cast<quint64>(qint64{ *number })) : std::nullopt;
        }
        return wholeOf(value, lowest32, highest32);
    case FieldKind::Int32:
    case FieldKind::SFixed32:
    case FieldKind::SInt32:
        return wholeOf(value, lowest32, highest32);
    case FieldKind::UInt32:
    case FieldKind::Fixed32:
        return wholeOf(value, 0, std::numeric_limits<quint32>::max());
    case FieldKind::UInt64:
    case FieldKind::Fixed64:
        return wholeOf(value, 0, std::numeric_limits<quint64>::max());
    default:
        return wholeOf(value, lowest64, highest64);
    }
}

} // namespace

std::optional<Scalar> readScalar(ByteCursor &in, const FieldType &field)
{
    std::optional<Scalar> found;
    switch (field.kind) {
    case FieldKind::Double: {
        const auto value = std::bit_cast<double>(in.little<quint64>());
        found = scalarOf(value, realText(value));
        break;
    }
    case FieldKind::Float: {
        const auto value = std::bit_cast<float>(in.little<quint32>());
        const QByteArray json = realText(value);
        found = scalarOf(std::isfinite(value) ? json.toDouble() : static_cast<double>(value), json);
        break;
    }
    case FieldKind::Fixed32:
        found = scalarOf(QByteArray::number(in.little<quint32>()));
        break;
    case FieldKind::SFixed32:
        found = scalarOf(QByteArray::number(in.little<qint32>()));
        break;
    case FieldKind::Fixed64:
        found = scalarOf(QByteArray::number(in.little<quint64>()));
        break;
    case FieldKind::SFixed64:
        found = scalarOf(QByteArray::number(in.little<qint64>()));
        break;
    default:
        found = field.isPackable() ? readVarint(in.varint(), field) : std::nullopt;
    }
    return in.ok() ? found : std::nullopt;
}

bool writeScalar(QByteArray &to, const FieldType &field, const JsonValue &value)
{
    if (field.kind == FieldKind::Double || field.kind == FieldKind::Float) {
        const auto number = realOf(value);
        if (number && field.kind == FieldKind::Double)
            appendLittle(to, *number);
        else if (number)
            appendLittle(to, static_cast<float>(*number));
        return number.has_value();
    }
    const auto bits = field.isPackable() ? bitsOf(field, value) : std::nullopt;
    if (!bits)
        return false;
    if (field.kind == FieldKind::SInt32 || field.kind == FieldKind::SInt64)
        appendVarint(to, (*bits << 1U) ^ (static_cast<qint64>(*bits) < 0 ? ~quint64{ 0 } : 0));
    else if (field.wireType() == 1)
        appendLittle(to, *bits);
    else if (field.wireType() == 5)
        appendLittle(to, static_cast<quint32>(*bits));
    else
        appendVarint(to, *bits);
    return true;
}

void appendVarint(QByteArray &to, quint64 value)
{
    for (; value >= 0x80; value >>= 7U)
        to += static_cast<char>(value | 0x80U);
    to += static_cast<char>(value);
}

} // namespace pipeglass::decoding
