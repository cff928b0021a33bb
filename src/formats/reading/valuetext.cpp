// SPDX-License-Identifier: MIT
#include "formats/reading/valuetext.h"

#include "core/bytetext.h"
#include "formats/steps/machine.h"

#include <QLocale>
#include <QStringConverter>
#include <QUuid>
#include <QtEndian>

#include <algorithm>
#include <bit>
#include <cmath>

namespace pipeglass::formats {

namespace {

double floatOf(const NumberType &type, quint64 bits)
{
    return type.width == 4 ? static_cast<double>(std::bit_cast<float>(static_cast<quint32>(bits)))
                           : std::bit_cast<double>(bits);
}

QByteArray floatLiteral(const NumberType &type, double value)
{
    if (type.width == 8)
        return QByteArray::number(value, 'g', QLocale::FloatingPointShortest);
    for (int digits = 6; digits < 9; ++digits) {
        const QByteArray text = QByteArray::number(value, 'g', digits);
        if (static_cast<float>(text.toDouble()) == static_cast<float>(value))
            return text;
    }
    return QByteArray::number(value, 'g', 9);
}

QStringConverter::Encoding encodingOf(Content content)
{
    switch (content) {
    case Content::Utf16Little:
        return QStringConverter::Utf16LE;
    case Content::Utf16Big:
        return QStringConverter::Utf16BE;
    case Content::Latin1:
        return QStringConverter::Latin1;
    default:
        return QStringConverter::Utf8;
    }
}

/// In .NET's order: the first three parts are little-endian.
QUuid guidOf(QByteArrayView bytes)
{
    const auto at = [&](qsizetype index) { return static_cast<uchar>(bytes[index]); };
    return { qFromLittleEndian<quint32>(bytes.data()),
             qFromLittleEndian<quint16>(bytes.data() + 4),
             qFromLittleEndian<quint16>(bytes.data() + 6),
             at(8),
             at(9),
             at(10),
             at(11),
             at(12),
             at(13),
             at(14),
             at(15) };
}

std::optional<QByteArray> bytesOfGuid(const QString &text)
{
    const QUuid guid = QUuid::fromString(text);
    if (guid.isNull() && text != QUuid().toString(QUuid::WithoutBraces))
        return std::nullopt;
    QByteArray bytes = guid.toRfc4122();
    std::reverse(bytes.begin(), bytes.begin() + 4);
    std::swap(bytes[4], bytes[5]);
    std::swap(bytes[6], bytes[7]);
    return bytes;
}

} // namespace

std::optional<QByteArray> numberLiteral(const NumberType &type, quint64 bits)
{
    switch (type.kind) {
    case NumberType::Kind::Signed:
        return QByteArray::number(signExtended(bits, type.width));
    case NumberType::Kind::Zigzag:
        return QByteArray::number(static_cast<qint64>(bits >> 1U) ^ -static_cast<qint64>(bits & 1U));
    case NumberType::Kind::Boolean:
        return QByteArray(bits != 0 ? "true" : "false");
    case NumberType::Kind::Float: {
        const double value = floatOf(type, bits);
        return std::isfinite(value) ? std::optional(floatLiteral(type, value)) : std::nullopt;
    }
    default:
        return QByteArray::number(bits);
    }
}

QByteArray floatWord(const NumberType &type, quint64 bits)
{
    const double value = floatOf(type, bits);
    return std::isnan(value) ? "nan" : value < 0 ? "-inf" : "inf";
}

QByteArray wordFor(const Program &program, const Step &step, quint64 bits)
{
    if (step.enumeration < 0)
        return {};
    quint64 value = bits;
    if (step.number.kind == NumberType::Kind::Signed)
        value = static_cast<quint64>(signExtended(bits, step.number.width));
    else if (step.number.kind == NumberType::Kind::Zigzag)
        value = bits >> 1U ^ (~(bits & 1U) + 1);
    for (const NamedValue &word : program.enumerations[static_cast<size_t>(step.enumeration)].words) {
        if (word.value == value)
            return word.name;
    }
    return {};
}

std::optional<QString> textOf(const Step &step, QByteArrayView content)
{
    if (step.content == Content::Bytes)
        return std::nullopt;
    if (step.content == Content::Guid)
        return content.size() == 16 ? std::optional(guidOf(content).toString(QUuid::WithoutBraces)) : std::nullopt;
    std::optional<QString> text;
    if (step.content == Content::Utf8) {
        text = validUtf8(content);
    } else {
        QStringDecoder decoder(encodingOf(step.content), QStringConverter::Flag::ConvertInitialBom);
        text = QString(decoder(content));
        if (bytesOf(step.content, *text) != content)
            return std::nullopt;
    }
    while (text && step.isPadded && text->endsWith(QChar::Null))
        text->chop(1);
    return text;
}

quint64 partOf(const BitFields &fields, size_t index, quint64 bits)
{
    for (size_t before = 0; before < index; ++before)
        bits >>= fields.parts[before].value;
    const quint64 size = fields.parts[index].value;
    return size >= 64 ? bits : bits & ((quint64{ 1 } << size) - 1);
}

std::optional<QByteArray> bytesOf(Content content, const QString &text)
{
    if (content == Content::Guid)
        return bytesOfGuid(text);
    if (content == Content::Utf8)
        return text.toUtf8();
    QStringEncoder encoder(encodingOf(content));
    QByteArray bytes = encoder(text);
    return encoder.hasError() ? std::nullopt : std::optional(bytes);
}

} // namespace pipeglass::formats
