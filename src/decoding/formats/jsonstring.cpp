// SPDX-License-Identifier: MIT
#include "decoding/formats/jsonstring.h"

#include <QString>

namespace pipeglass::decoding {

namespace {

/// Appends the character of a \u escape; a lone surrogate becomes U+FFFD.
class StringContent {
public:
    void plain(QByteArrayView bytes)
    {
        flush();
        m_bytes.append(bytes);
    }
    void unit(char16_t unit) { m_units.append(QChar(unit)); }
    [[nodiscard]] QByteArray take()
    {
        flush();
        return m_bytes;
    }

private:
    void flush()
    {
        if (!m_units.isEmpty())
            m_bytes.append(m_units.toUtf8());
        m_units.clear();
    }

    QByteArray m_bytes;
    QString m_units;
};

} // namespace

std::optional<char16_t> jsonHexUnit(QByteArrayView digits)
{
    uint unit = 0;
    for (const char c : digits) {
        const char lower = static_cast<char>(c | 0x20);
        if ((c < '0' || c > '9') && (lower < 'a' || lower > 'f'))
            return std::nullopt;
        unit = unit * 16 + static_cast<uint>((c >= '0' && c <= '9') ? c - '0' : lower - 'a' + 10);
    }
    return static_cast<char16_t>(unit);
}

QByteArray unescapedJson(QByteArrayView raw)
{
    constexpr QByteArrayView letters("\"\\/bfnrt");
    constexpr QByteArrayView meanings("\"\\/\b\f\n\r\t");
    StringContent content;
    qsizetype at = 0;
    for (qsizetype escape = raw.indexOf('\\'); escape >= 0; escape = raw.indexOf('\\', at)) {
        if (escape > at)
            content.plain(raw.sliced(at, escape - at));
        const char c = raw[escape + 1];
        if (c == 'u') {
            content.unit(*jsonHexUnit(raw.sliced(escape + 2, 4)));
            at = escape + 6;
        } else {
            content.plain(meanings.sliced(letters.indexOf(c), 1));
            at = escape + 2;
        }
    }
    content.plain(raw.sliced(at));
    return content.take();
}

} // namespace pipeglass::decoding
