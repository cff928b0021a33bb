// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"

#include <optional>
#include <vector>

namespace pipeglass::cli {

/// A flag of a verb.
struct Flag {
    QByteArrayView name; ///< "--json"
    QByteArrayView value; ///< placeholder of the value in the help: "DIR"; empty: no value
    QString help; ///< one line
};

/// The arguments after a verb, as raw bytes, in the given order.
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
    last(QByteArrayView flag) const; ///< if it is given several times, the last one
    [[nodiscard]] std::vector<QByteArray> all(QByteArrayView flag) const;
    [[nodiscard]] std::vector<QByteArray> operands() const;

private:
    std::vector<Word> m_words;
};

/// Where flags may stand.
enum class FlagPlace {
    Anywhere,
    BeforeOperands, ///< the operands are the command line of another program
};

/// Parses `--flag VALUE` and `--flag=VALUE` among the operands, until `--`; `-` is an operand, `-h` is
/// `--help`. Fails with InvalidArgument: an unknown flag (suggests the closest one), a missing or unexpected value.
[[nodiscard]] Result<Arguments> parseArguments(
    const std::vector<QByteArray> &words, const std::vector<Flag> &flags, FlagPlace place = FlagPlace::Anywhere);

} // namespace pipeglass::cli
