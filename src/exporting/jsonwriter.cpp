// SPDX-License-Identifier: MIT
#include "exporting/jsonwriter.h"

#include "core/bytetext.h"

#include <algorithm>

namespace pipeglass::exporting {

namespace {

bool isPlain(char16_t c) { return c >= 0x20 && c < 0x7f && c != u'"' && c != u'\\'; }

/// Most texts need no escapes and are copied: 10,000 rows have some 100,000 texts.
bool isPlain(QByteArrayView text)
{
    return std::all_of(text.begin(), text.end(), [](char c) { return isPlain(static_cast<unsigned char>(c)); });
}

void appendUnit(QByteArray &out, char16_t unit)
{
    constexpr char digits[] = "0123456789abcdef";
    out += "\\u";
    for (const unsigned shift : { 12U, 8U, 4U, 0U })
        out += digits[(static_cast<unsigned>(unit) >> shift) & 0xfU];
}

/// Appends the character at `at`; returns its number of UTF-16 units.
qsizetype appendCharacter(QByteArray &out, QStringView text, qsizetype at)
{
    const char16_t unit = text[at].unicode();
    const bool pair = QChar::isHighSurrogate(unit) && at + 1 < text.size() && text[at + 1].isLowSurrogate();
    const char32_t character = pair ? QChar::surrogateToUcs4(unit, text[at + 1].unicode()) : char32_t{ unit };
    const qsizetype length = pair ? 2 : 1;
    if (unit == u'"' || unit == u'\\') {
        out += '\\';
        out += static_cast<char>(unit);
    } else if (unit == u'\n') {
        out += "\\n";
    } else if (isPrintable(character)) {
        out += text.sliced(at, length).toUtf8();
    } else {
        for (qsizetype i = 0; i < length; ++i)
            appendUnit(out, text[at + i].unicode());
    }
    return length;
}

} // namespace

JsonWriter &JsonWriter::key(QByteArrayView name)
{
    char *at = extend(name.size() + (m_needsComma ? 4 : 3));
    if (m_needsComma)
        *at++ = ',';
    *at++ = '"';
    at = std::copy(name.begin(), name.end(), at);
    *at++ = '"';
    *at = ':';
    m_needsComma = false;
    return *this;
}

void JsonWriter::string(QStringView text)
{
    separate();
    quoted(text);
    m_needsComma = true;
}

void JsonWriter::string(QLatin1String text)
{
    if (isPlain(QByteArrayView(text.data(), text.size())))
        plain(QByteArrayView(text.data(), text.size()));
    else
        string(QString(text));
}

void JsonWriter::escaped(QByteArrayView bytes)
{
    if (isPlain(bytes))
        plain(bytes);
    else
        string(escapedText(bytes));
}

void JsonWriter::base64(QByteArrayView bytes) { plain(QByteArray::fromRawData(bytes.data(), bytes.size()).toBase64()); }

void JsonWriter::plain(QByteArrayView text)
{
    separate();
    char *at = extend(text.size() + 2);
    *at++ = '"';
    at = std::copy(text.begin(), text.end(), at);
    *at = '"';
    m_needsComma = true;
}

void JsonWriter::quoted(QStringView text)
{
    m_out += '"';
    for (qsizetype at = 0; at < text.size();) {
        const auto *end = std::find_if_not(text.begin() + at, text.end(), [](QChar c) { return isPlain(c.unicode()); });
        const qsizetype run = end - (text.begin() + at);
        std::transform(text.begin() + at, end, extend(run), [](QChar c) { return c.toLatin1(); });
        at += run;
        if (at < text.size())
            at += appendCharacter(m_out, text, at);
    }
    m_out += '"';
}

char *JsonWriter::extend(qsizetype size)
{
    const qsizetype from = m_out.size();
    m_out.resize(from + size);
    return m_out.data() + from;
}

void JsonWriter::separate()
{
    if (m_needsComma)
        m_out += ',';
}

void JsonWriter::open(char bracket)
{
    separate();
    m_out += bracket;
    m_needsComma = false;
}

void JsonWriter::close(char bracket)
{
    m_out += bracket;
    m_needsComma = true;
}

void JsonWriter::raw(QByteArrayView text)
{
    separate();
    m_out += text;
    m_needsComma = true;
}

} // namespace pipeglass::exporting
