// SPDX-License-Identifier: MIT
#include "exporting/textencoding.h"

#include "core/bytetext.h"
#include "exporting/commandtext.h"

#include <QStringConverter>

namespace pipeglass::exporting {

Result<TextEncoding> TextEncoding::named(const QByteArray &name)
{
    const QStringEncoder encoder(name.constData());
    if (name.contains('\0') || !encoder.isValid())
        return failure(
            ErrorCode::InvalidArgument, name,
            CommandText::tr("expected an encoding, such as utf-8, utf-16le, utf-16be or latin1"));
    TextEncoding encoding;
    if (QStringConverter::encodingForName(name.constData()) != QStringConverter::Utf8)
        encoding.m_name = name;
    return encoding;
}

Result<QByteArray> TextEncoding::encode(const QByteArray &typed) const
{
    if (isUtf8())
        return typed;
    const auto text = validUtf8(typed);
    if (!text)
        return failure(
            ErrorCode::InvalidArgument, typed,
            CommandText::tr("not valid UTF-8, so it cannot be converted to another encoding"));
    QByteArray payload = QStringEncoder(m_name.constData())(*text);
    // Some converters silently replace unsupported characters.
    if (decode(payload) != text)
        return failure(
            ErrorCode::InvalidArgument, typed,
            CommandText::tr("contains characters that do not exist in %1").arg(QString::fromLatin1(m_name)));
    return payload;
}

std::optional<QString> TextEncoding::decode(QByteArrayView bytes) const
{
    if (isUtf8())
        return validUtf8(bytes);
    QStringDecoder decoder(
        m_name.constData(), QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    // The decoder accepts an incomplete last character and lone surrogates, so encode it back and compare.
    if (decoder.hasError() || !text.isValidUtf16() || QByteArray(QStringEncoder(m_name.constData())(text)) != bytes)
        return std::nullopt;
    return text;
}

} // namespace pipeglass::exporting
