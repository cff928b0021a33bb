// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <optional>
#include <vector>

namespace pipeglass::cli {

/// A flag that a verb understands.
struct Flag {
    QByteArrayView name; ///< "--json"
    QByteArrayView value; ///< what stands for its value in the help: "DIR"; empty where it takes none
    const char *help = ""; ///< one line for people
};

/// The words behind a verb, as raw bytes, in the order in which they were given.
class Arguments {
public:
    struct Word {
        QByteArray flag; ///< empty: an operand
        QByteArray value; ///< of the flag, or the operand itself
    };

    explicit Arguments(std::vector<Word> words);

    [[nodiscard]] const std::vector<Word> &words() const { return m_words; }
    [[nodiscard]] bool has(QByteArrayView flag) const;
    [[nodiscard]] std::optional<QByteArray>
    last(QByteArrayView flag) const; ///< where it is given twice, the last holds
    [[nodiscard]] std::vector<QByteArray> all(QByteArrayView flag) const;
    [[nodiscard]] std::vector<QByteArray> operands() const;

private:
    std::vector<Word> m_words;
};

/// Takes `--flag VALUE` and `--flag=VALUE` anywhere among the operands, until `--`; `-` is an operand, `-h` is
/// `--help`. Fails with InvalidArgument: an unknown flag (with the nearest one), a value missing or too many.
[[nodiscard]] Result<Arguments> parseArguments(const std::vector<QByteArray> &words, const std::vector<Flag> &flags);

} // namespace pipeglass::cli
