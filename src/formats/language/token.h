// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>
#include <QString>

#include <optional>
#include <vector>

namespace pipeglass::formats {

/// A place in the text of a format; lines and columns begin with 1, columns are characters.
struct Position {
    int line = 1;
    int column = 1;
};

struct Diagnostic {
    Position at;
    QString text; ///< for people, without the place
};

struct Token {
    enum class Kind : quint8 { End, Word, Number, String, Symbol };
    Kind kind = Kind::End;
    QByteArray text; ///< of a string: its bytes
    QByteArray mask; ///< of a hex string with "??": 0 for these bytes, else FF; empty: none
    quint64 number = 0;
    Position at;
    bool isGlued = false; ///< no blank before it
};

/// The tokens of a text, the last one is End. `error` is set, and the tokens end, where the text is invalid.
[[nodiscard]] std::vector<Token> tokensOf(QByteArrayView text, std::optional<Diagnostic> &error);

} // namespace pipeglass::formats
