// SPDX-License-Identifier: MIT
#include "formats/writing/givenvalues.h"

#include "core/bytetext.h"
#include "formats/reading/valuetext.h"
#include "formats/writing/output.h"

#include <QJsonDocument>

#include <algorithm>
#include <bit>
#include <cmath>
#include <limits>

namespace pipeglass::formats {

namespace {

std::optional<quint64> givenFloat(const NumberType &type, const QJsonValue &value)
{
    double number = value.toDouble();
    if (value.isString()) {
        const QString word = value.toString();
        if (word == QLatin1String("nan"))
            number = std::numeric_limits<double>::quiet_NaN();
        else if (word == QLatin1String("inf") || word == QLatin1String("-inf"))
            number = (word.startsWith(u'-') ? -1 : 1) * std::numeric_limits<double>::infinity();
        else
            return std::nullopt;
    } else if (!value.isDouble()) {
        return std::nullopt;
    }
    if (type.width == 8)
        return std::bit_cast<quint64>(number);
    if (std::isfinite(number) && std::abs(number) > double{ std::numeric_limits<float>::max() })
        return std::nullopt;
    return std::bit_cast<quint32>(static_cast<float>(number));
}

/// An integer with its sign, or 64 bits without one.
std::optional<quint64> givenInteger(const NumberType &type, const QJsonValue &value)
{
    qint64 number = 0;
    if (value.isString()) {
        bool isUnsigned = false;
        bool isSigned = false;
        const quint64 bits = value.toString().toULongLong(&isUnsigned, 0);
        number = value.toString().toLongLong(&isSigned, 0);
        const bool isAll = type.kind == NumberType::Kind::Unsigned || type.kind == NumberType::Kind::Varint;
        if (isUnsigned && !isSigned && isAll && (type.width == 8 || type.width == 10))
            return bits;
        if (!isSigned)
            return std::nullopt;
    } else {
        number = value.toInteger(0);
        if (!value.isDouble() || number != value.toInteger(1))
            return std::nullopt;
    }
    return fits(type, number) ? std::optional(bitsOf(type, number)) : std::nullopt;
}

std::optional<quint64> givenParts(const BitFields &fields, const QJsonValue &value)
{
    const QJsonObject object = value.toObject();
    quint64 bits = 0;
    unsigned shift = 0;
    if (!value.isObject() || static_cast<size_t>(object.size()) != fields.parts.size())
        return std::nullopt;
    for (const NamedValue &part : fields.parts) {
        const auto number = givenInteger({ NumberType::Kind::Unsigned, 8 }, object.value(QLatin1String(part.name)));
        if (!number || (part.value < 64 && *number >> part.value != 0))
            return std::nullopt;
        bits |= *number << shift;
        shift += static_cast<unsigned>(part.value);
    }
    return bits;
}

} // namespace

std::optional<quint64> givenBits(const Program &program, const Step &step, const QJsonValue &value)
{
    if (step.bits >= 0 && value.isObject())
        return givenParts(program.bits[static_cast<size_t>(step.bits)], value);
    if (step.number.kind == NumberType::Kind::Float)
        return givenFloat(step.number, value);
    if (value.isBool() && step.number.kind == NumberType::Kind::Boolean)
        return value.toBool() ? 1 : 0;
    if (value.isString() && step.enumeration >= 0) {
        const auto &words = program.enumerations[static_cast<size_t>(step.enumeration)].words;
        const auto word = std::ranges::find(words, value.toString().toUtf8(), &NamedValue::name);
        const auto number = static_cast<qint64>(word == words.end() ? 0 : word->value);
        if (word != words.end())
            return bitsOf(step.number, number);
    }
    return givenInteger(step.number, value);
}

std::optional<QByteArray> givenBytes(const Step &step, const QJsonValue &value)
{
    const bool isHex = value.isObject() || step.content == Content::Bytes;
    const QJsonValue text = value.isObject() ? value.toObject().value(QLatin1String("hex")) : value;
    if (!text.isString() || (value.isObject() && value.toObject().size() != 1))
        return std::nullopt;
    return isHex ? bytesFromHex(text.toString()) : bytesOf(step.content, text.toString());
}

QString shownValue(const QJsonValue &value)
{
    constexpr qsizetype longest = 40;
    const QByteArray list = QJsonDocument(QJsonArray{ value }).toJson(QJsonDocument::Compact);
    return previewText(list.sliced(1, qMax<qsizetype>(0, list.size() - 2)), longest);
}

} // namespace pipeglass::formats
