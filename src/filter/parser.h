// SPDX-License-Identifier: MIT
#pragma once

#include "filter/filter.h"
#include "filter/token.h"

namespace pipeglass::filter {

/// Parses one filter text; the grammar is at Filter.
class Parser {
public:
    explicit Parser(const QString &text);

    /// Null for a text without tokens.
    [[nodiscard]] tl::expected<ExpressionPtr, Problem> parse();

private:
    using Parsed = tl::expected<ExpressionPtr, Problem>;

    [[nodiscard]] Parsed parseAny();
    [[nodiscard]] Parsed parseAll();
    [[nodiscard]] Parsed parseNot();
    [[nodiscard]] Parsed parseNested(Parsed (Parser::*part)());
    [[nodiscard]] Parsed parseComparison();
    [[nodiscard]] const Token &next() const { return m_tokens[m_next]; }
    [[nodiscard]] bool isNext(QStringView word, QStringView sign) const;
    [[nodiscard]] tl::unexpected<Problem> unexpected(const QString &expected) const;

    std::vector<Token> m_tokens;
    size_t m_next = 0;
    int m_depth = 0;
};

} // namespace pipeglass::filter
