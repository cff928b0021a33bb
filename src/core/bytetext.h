// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeglass {

/// Whether a character is shown as itself. False for controls, line and paragraph separators, format characters (bidi
/// marks would reorder text), surrogates, private use and unassigned characters.
[[nodiscard]] bool isPrintable(char32_t character);

/// Bytes as reversible text that is safe to show anywhere: printable UTF-8 is unchanged, every other byte becomes
/// `\xNN` (lower-case hex), and a backslash becomes `\x5c`.
[[nodiscard]] QString escapedText(QByteArrayView bytes);

/// A payload as one line for people, not reversible: like escapedText, but a backslash is unchanged, and line feed,
/// carriage return and tab become `
/// `, `\r`, `\t`. Cut after `maxCharacters`, with an ellipsis.
[[nodiscard]] QString previewText(QByteArrayView bytes, qsizetype maxCharacters);

/// The reverse of escapedText; nullopt if the text is not such a text (a bare backslash, bad digits).
[[nodiscard]] std::optional<QByteArray> unescapedBytes(QStringView text);

/// The bytes as text if they are valid UTF-8 (control characters and NUL are allowed), else nullopt.
[[nodiscard]] std::optional<QString> validUtf8(QByteArrayView bytes);

/// Bytes from hex digits; blanks, `0x`, `\x`, commas and colons between pairs are skipped. nullopt for anything else or
/// an odd number of digits.
[[nodiscard]] std::optional<QByteArray> bytesFromHex(QStringView text);

} // namespace pipeglass
