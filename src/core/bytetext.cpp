// SPDX-License-Identifier: MIT
#include "core/bytetext.h"

#include <QChar>
#include <QStringDecoder>

namespace pipeglass {

namespace {

struct Decoded {
    char32_t character = 0;
    int length = 0; ///< bytes used; 0 where the bytes are no UTF-8
};

/// One character of strict UTF-8 (no overlong forms, no surrogates, at most U+10FFFF).
Decoded decodeOne(QByteArrayView bytes)
{
    const auto byteAt = [&](qsizetype i) { return static_cast<unsigned char>(bytes[i]); };
    const unsigned char first = byteAt(0);
    if (first < 0x80)
        return { first, 1 };
    const int length = first >= 0xf0 ? 4 : first >= 0xe0 ? 3 : 2;
    if (first < 0xc2 || first > 0xf4 || bytes.size() < length)
        return {};
    char32_t character = first & (0xffU >> (length + 1));
    for (int i = 1; i < length; ++i) {
        if ((byteAt(i) & 0xc0U) != 0x80U)
            return {};
        character = (character << 6U) | (byteAt(i) & 0x3fU);
    }
    const bool overlong = (length == 3 && character < 0x800) || (length == 4 && character < 0x10000);
    const bool surrogate = character >= 0xd800 && character <= 0xdfff;
    if (overlong || surrogate || character > 0x10ffff)
        return {};
    return { character, length };
}

void appendHex(QString &text, unsigned char byte)
{
    constexpr char digits[] = "0123456789abcdef";
    text += QLatin1String("\\x");
    text += QLatin1Char(digits[byte >> 4U]);
    text += QLatin1Char(digits[byte & 0xfU]);
}

/// Whether a character is a pictograph, a skin tone, or a variation selector that turns a sign into one.
bool isEmoji(char32_t character)
{
    constexpr char32_t emojiStyle = 0xfe0f;
    const QChar::Category category = QChar::category(character);
    return category == QChar::Symbol_Other || category == QChar::Symbol_Modifier || character == emojiStyle;
}

/// Whether `next` is a zero-width joiner between two emoji; anywhere else it would be invisible and is escaped.
bool joinsEmoji(const QString &before, const Decoded &next, QByteArrayView bytes)
{
    constexpr char32_t joiner = 0x200d;
    if (next.character != joiner || before.isEmpty() || bytes.size() == next.length)
        return false;
    const QChar last = before.back();
    const char32_t lastCharacter = last.isLowSurrogate() && before.size() > 1
        ? QChar::surrogateToUcs4(before[before.size() - 2], last)
        : last.unicode();
    return isEmoji(lastCharacter) && isEmoji(decodeOne(bytes.sliced(next.length)).character);
}

enum class Style { Reversible, Preview };

/// Appends the next character of `bytes` to `text` and returns how many bytes it took.
qsizetype appendNext(QString &text, QByteArrayView bytes, Style style)
{
    if (style == Style::Preview) {
        switch (bytes[0]) {
        case '\n':
            text += QLatin1String("\\n");
            return 1;
        case '\r':
            text += QLatin1String("\\r");
            return 1;
        case '\t':
            text += QLatin1String("\\t");
            return 1;
        default:
            break;
        }
    }
    const Decoded next = decodeOne(bytes);
    const bool backslash = next.character == U'\\' && style == Style::Reversible;
    const bool isShown = isPrintable(next.character) || joinsEmoji(text, next, bytes);
    if (next.length == 0 || backslash || !isShown) {
        const qsizetype length = qMax(1, next.length);
        for (qsizetype i = 0; i < length; ++i)
            appendHex(text, static_cast<unsigned char>(bytes[i]));
        return length;
    }
    text += QString::fromUcs4(&next.character, 1);
    return next.length;
}

int hexDigit(QChar c)
{
    const char16_t u = c.unicode();
    if (u >= u'0' && u <= u'9')
        return u - u'0';
    if (u >= u'a' && u <= u'f')
        return u - u'a' + 10;
    if (u >= u'A' && u <= u'F')
        return u - u'A' + 10;
    return -1;
}

} // namespace

bool isPrintable(char32_t character)
{
    switch (QChar::category(character)) {
    case QChar::Other_Control:
    case QChar::Other_Format:
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    default:
        return true;
    }
}

QString escapedText(QByteArrayView bytes)
{
    QString text;
    text.reserve(bytes.size());
    for (qsizetype at = 0; at < bytes.size();)
        at += appendNext(text, bytes.sliced(at), Style::Reversible);
    return text;
}

QString previewText(QByteArrayView bytes, qsizetype maxCharacters)
{
    QString text;
    text.reserve(qMin(bytes.size(), maxCharacters) + 1);
    qsizetype at = 0;
    while (at < bytes.size() && text.size() < maxCharacters)
        at += appendNext(text, bytes.sliced(at), Style::Preview);
    if (at < bytes.size())
        text += QChar(0x2026);
    return text;
}

std::optional<QByteArray> unescapedBytes(QStringView text)
{
    QByteArray bytes;
    bytes.reserve(text.size());
    for (qsizetype at = 0; at < text.size();) {
        if (text[at] != QLatin1Char('\\')) {
            const qsizetype next = text.indexOf(QLatin1Char('\\'), at);
            const qsizetype end = next < 0 ? text.size() : next;
            bytes += text.sliced(at, end - at).toUtf8();
            at = end;
            continue;
        }
        if (at + 4 > text.size() || text[at + 1] != QLatin1Char('x'))
            return std::nullopt;
        const int high = hexDigit(text[at + 2]);
        const int low = hexDigit(text[at + 3]);
        if (high < 0 || low < 0)
            return std::nullopt;
        bytes += static_cast<char>(high * 16 + low);
        at += 4;
    }
    return bytes;
}

std::optional<QString> validUtf8(QByteArrayView bytes)
{
    QStringDecoder decoder(
        QStringDecoder::Utf8, QStringDecoder::Flag::Stateless | QStringDecoder::Flag::ConvertInitialBom);
    QString text = decoder(bytes);
    if (decoder.hasError())
        return std::nullopt;
    return text;
}

std::optional<QByteArray> bytesFromHex(QStringView text)
{
    QByteArray bytes;
    int pending = -1;
    for (qsizetype at = 0; at < text.size(); ++at) {
        const QChar c = text[at];
        const QChar next = at + 1 < text.size() ? text[at + 1] : QChar();
        const bool prefix =
            (c == QLatin1Char('0') || c == QLatin1Char('\\')) && (next == QLatin1Char('x') || next == QLatin1Char('X'));
        if (pending < 0 && prefix) {
            ++at;
            continue;
        }
        const bool separator = c.isSpace() || c == QLatin1Char(',') || c == QLatin1Char(':');
        if (pending < 0 && separator)
            continue;
        const int digit = hexDigit(c);
        if (digit < 0)
            return std::nullopt;
        if (pending < 0) {
            pending = digit;
        } else {
            bytes += static_cast<char>(pending * 16 + digit);
            pending = -1;
        }
    }
    if (pending >= 0)
        return std::nullopt;
    return bytes;
}

} // namespace pipeglass
