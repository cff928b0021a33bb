// SPDX-License-Identifier: MIT
#include "cleaning/tmpfiles/tmpfilesfields.h"

#include "cleaning/blanks.h"

#include <QString>

#include <array>
#include <utility>

namespace pipeglass::cleaning {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z'); }

constexpr std::array<std::pair<char, char>, 11> simpleEscapes{ {
    { 'a', '\a' },
    { 'b', '\b' },
    { 'f', '\f' },
    { 'n', '\n' },
    { 'r', '\r' },
    { 't', '\t' },
    { 'v', '\v' },
    { '\\', '\\' },
    { '"', '"' },
    { '\'', '\'' },
    { 's', ' ' },
} };

/// A number of exactly `count` digits at `at`, or nullopt.
std::optional<uint> digits(QByteArrayView text, qsizetype at, qsizetype count, int base)
{
    if (at + count > text.size())
        return {};
    bool good = false;
    const QByteArray word = text.sliced(at, count).toByteArray();
    const uint value = word.toUInt(&good, base);
    // toUInt() accepts signs and spaces.
    for (const char c : word)
        good = good && ((c >= '0' && c <= '9') || isLetter(c));
    return good ? std::optional(value) : std::nullopt;
}

/// The bytes of the escape sequence whose letter is at `at`; moves `at` to its last character. nullopt if invalid.
std::optional<QByteArray> escape(QByteArrayView line, qsizetype &at)
{
    for (const auto &[letter, byte] : simpleEscapes) {
        if (line[at] == letter)
            return QByteArray(1, byte);
    }
    constexpr qsizetype octalDigits = 3;
    qsizetype count = octalDigits;
    const char letter = line[at];
    if (letter == 'x' || letter == 'u' || letter == 'U')
        count = letter == 'x' ? 2 : (letter == 'u' ? 4 : 8);
    const bool octal = count == octalDigits;
    const std::optional<uint> value = digits(line, octal ? at : at + 1, count, octal ? 8 : 16);
    if (!value || *value == 0 || ((octal || letter == 'x') && *value > 0xff))
        return {};
    at += octal ? count - 1 : count;
    if (octal || letter == 'x')
        return QByteArray(1, static_cast<char>(*value));
    const char32_t character = *value;
    return QString::fromUcs4(&character, 1).toUtf8();
}

} // namespace

std::optional<std::vector<QByteArray>> splitFields(QByteArrayView line, size_t most, bool cEscapes)
{
    std::vector<QByteArray> fields;
    qsizetype at = 0;
    while (fields.size() < most) {
        while (at < line.size() && isWhitespace(line[at]))
            ++at;
        if (at == line.size())
            break;
        QByteArray field;
        char quote = 0;
        for (; at < line.size() && (quote != 0 || !isWhitespace(line[at])); ++at) {
            const char c = line[at];
            if (c == '\\') {
                if (++at == line.size())
                    return {};
                const std::optional<QByteArray> bytes =
                    cEscapes ? escape(line, at) : std::optional(QByteArray(1, line[at]));
                if (!bytes)
                    return {};
                field += *bytes;
            } else if (quote == 0 && (c == '"' || c == '\'')) {
                quote = c;
            } else if (c == quote) {
                quote = 0;
            } else {
                field += c;
            }
        }
        if (quote != 0)
            return {};
        fields.push_back(field);
    }
    return fields;
}

std::optional<QByteArray> withSpecifiers(QByteArrayView text, const Specifiers &specifiers)
{
    QByteArray result;
    for (qsizetype i = 0; i < text.size(); ++i) {
        const char next = i + 1 < text.size() ? text[i + 1] : '\0';
        if (text[i] != '%' || (next != '%' && !isLetter(next))) {
            result += text[i];
            continue;
        }
        ++i;
        if (next == '%')
            result += '%';
        else if (const auto found = specifiers.find(next); found != specifiers.end())
            result += *found;
        else
            return {};
    }
    return result;
}

} // namespace pipeglass::cleaning
