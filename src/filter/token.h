// SPDX-License-Identifier: MIT
#pragma once

#include <QString>

#include <vector>

namespace pipeglass::filter {

/// One word of a filter's text. Positions count UTF-16 code units from 0, as QString does.
struct Token {
    enum class Kind {
        Word, ///< a field, a keyword, a number with unit, bytes in hex
        String, ///< quoted; `text` is what it means
        Operator, ///< == != < <= > >= && || !
        Open,
        Close,
        Unterminated, ///< a string without its closing quote
        Wrong, ///< a character, or an escape in a string, that the language does not have
        End,
    };
    Kind kind = Kind::End;
    QString text;
    qsizetype at = 0;
    qsizetype length = 0; ///< in the filter's text
};

/// The tokens of a text; the last one is End, Unterminated or Wrong.
[[nodiscard]] std::vector<Token> tokens(const QString &text);

} // namespace pipeglass::filter
