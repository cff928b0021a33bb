// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/syntax.h"

namespace pipeglass::formats {

/// Reads tokens one after the other. After the first error all further tokens are End, so that every loop ends.
class TokenReader {
public:
    explicit TokenReader(QByteArrayView text);

    [[nodiscard]] const Token &peek() const { return m_error ? m_end : m_tokens[m_at]; }
    [[nodiscard]] const Token &peekNext() const
    {
        return m_error || m_at + 1 == m_tokens.size() ? m_end : m_tokens[m_at + 1];
    }
    [[nodiscard]] bool atEnd() const { return peek().kind == Token::Kind::End; }
    [[nodiscard]] const std::optional<Diagnostic> &error() const { return m_error; }
    void fail(Position at, const QString &text);
    /// Fails with what was expected and what is there instead.
    void failExpecting(const QString &what);

    Token take();
    [[nodiscard]] bool isWord(QByteArrayView word) const;
    [[nodiscard]] bool isSymbol(QByteArrayView symbol) const;
    bool takeWord(QByteArrayView word);
    bool takeSymbol(QByteArrayView symbol);
    void require(QByteArrayView symbol);
    QByteArray requireName(); ///< a word
    QByteArray requireFormatName(); ///< words and numbers with dashes between them
    QByteArray requireBytes(); ///< a string without "??"
    QString requireText();
    quint64 requireNumber();

    /// Blocks within blocks. Fails beyond the limit.
    [[nodiscard]] bool enter();
    void leave() { --m_depth; }

private:
    std::optional<Diagnostic> m_error;
    std::vector<Token> m_tokens;
    size_t m_at = 0;
    Token m_end;
    int m_depth = 0;
};

[[nodiscard]] ExpressionSyntax parseExpression(TokenReader &in);
/// A type, and the extent in brackets after it.
void parseType(TokenReader &in, StatementSyntax &to);
/// Statements up to and with the closing brace; the opening one has been read.
[[nodiscard]] std::vector<StatementSyntax> parseBody(TokenReader &in);
/// The number type with that name, such as u16le.
[[nodiscard]] std::optional<NumberType> numberTypeNamed(QByteArrayView name);

} // namespace pipeglass::formats
