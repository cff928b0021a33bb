// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/scopes.h"

#include <tl/expected.hpp>

namespace pipeglass::formats {

/// factor * slot + term; slot -1: a constant.
struct Linear {
    qint32 slot = -1;
    qint64 factor = 0;
    qint64 term = 0;
};

/// Compiles expressions into the operations of a program.
class ExpressionCompiler {
public:
    ExpressionCompiler(const FormatSyntax &format, const Scopes &scopes, Program &program)
        : m_format(format)
        , m_scopes(scopes)
        , m_program(program)
    {
    }

    /// `words` is an enum whose words need not be qualified, or -1.
    [[nodiscard]] tl::expected<Expression, Diagnostic> compile(const ExpressionSyntax &syntax, qint32 words = -1);
    /// If the expression is of that form, with a measurable field.
    [[nodiscard]] std::optional<Linear> linear(const ExpressionSyntax &syntax) const;
    /// The operations `left == right`, joined with `||` to those before, if any.
    [[nodiscard]] tl::expected<Expression, Diagnostic>
    compileCase(const ExpressionSyntax &left, const std::vector<ExpressionSyntax> &values, qint32 words);

private:
    [[nodiscard]] std::optional<Diagnostic> add(const ExpressionSyntax &syntax, qint32 words, int depth);
    /// The enum of a field; -1: none.
    [[nodiscard]] qint32 wordsOf(const ExpressionSyntax &syntax) const;
    [[nodiscard]] std::optional<Diagnostic> addName(const ExpressionSyntax &syntax, qint32 words);

    const FormatSyntax &m_format;
    const Scopes &m_scopes;
    Program &m_program;
};

} // namespace pipeglass::formats
