// SPDX-License-Identifier: MIT
#include "cli/streams/textencoding.h"

#include "cli/commandtext.h"
#include "core/bytetext.h"

#include <QStringConverter>

namespace pipeglass::cli {

Result<TextEncoding> TextEncoding::named(const QByteArray &name)
{
    const QStringEncoder encoder(name.constData());
    if (name.contains('\0') || !encoder.isValid())
        return failure(
            ErrorCode::InvalidArgument, name,
            CommandText::tr("encodings are utf-8, utf-16le, utf-16be, latin1 and such"));
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
            CommandText::tr("it is not UTF-8, so it cannot be put in another encoding"));
    QByteArray payload = QStringEncoder(m_name.constData())(*text);
    // Some converters put a question mark for what they lack and say nothing.
    if (decode(payload) != text)
        return failure(
            ErrorCode::InvalidArgument, typed,
            CommandText::tr("it has characters that %1 has not").arg(QString::fromLatin1(m_name)));
    return payload;
}

std::optional<QString> TextEncoding::decode(QByteArrayView bytes) const
{
    if (isUtf8())
        return validUtf8(bytes);
    QStringDecoder decoder(
        m_name.constData(), QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    // Half a character at the end and a lone surrogate are no errors to it, so the way back is gone too.
    if (decoder.hasError() || !text.isValidUtf16() || QByteArray(QStringEncoder(m_name.constData())(text)) != bytes)
        return std::nullopt;
    return text;
}

} // namespace pipeglass::cli
