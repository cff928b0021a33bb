// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>

namespace pipeglass {

/// Whether a character stands for itself where text is shown. Not so: controls, line and paragraph separators, format
/// characters (so bidi marks never reorder anything), surrogates, private use, and what is not assigned.
[[nodiscard]] bool isPrintable(char32_t character);

/// Bytes as text that is safe to show anywhere and can be turned back: printable UTF-8 stands as it is, every other
/// byte as `\xNN` (lower-case hex), and a backslash as `\x5c`.
[[nodiscard]] QString escapedText(QByteArrayView bytes);

/// A payload for people on one line: like escapedText, but a backslash stays one, and line feed, carriage return and
/// tab stand as `\n`, `\r`, `\t`. It cannot be turned back. Cut after `maxCharacters`, with an ellipsis.
[[nodiscard]] QString previewText(QByteArrayView bytes, qsizetype maxCharacters);

/// The reverse of escapedText; nothing if the text is not such a text (a bare backslash, bad digits).
[[nodiscard]] std::optional<QByteArray> unescapedBytes(QStringView text);

/// The bytes as UTF-8 text if they are valid UTF-8 (controls are fine, NUL too), else nothing.
[[nodiscard]] std::optional<QString> validUtf8(QByteArrayView bytes);

/// Bytes from hex digits; blanks, `0x`, `\x`, commas and colons between pairs are skipped. Nothing on anything else
/// or an odd number of digits.
[[nodiscard]] std::optional<QByteArray> bytesFromHex(QStringView text);

} // namespace pipeglass
