// SPDX-License-Identifier: MIT
#include "core/bytetext.h"
#include "formats/formattext.h"
#include "formats/language/token.h"

#include <algorithm>

namespace pipeglass::formats {

namespace {

bool isLetter(char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_'; }
bool isDecimal(char c) { return c >= '0' && c <= '9'; }
int hexValue(char c)
{
    const char lower = static_cast<char>(c | 0x20);
    return isDecimal(c) ? c - '0' : lower >= 'a' && lower <= 'f' ? lower - 'a' + 10 : -1;
}

class Lexer {
public:
    Lexer(QByteArrayView text, std::optional<Diagnostic> &error)
        : m_text(text)
        , m_error(error)
    {
    }

    std::vector<Token> run()
    {
        std::vector<Token> tokens;
        for (;;) {
            const qsizetype before = m_at;
            skipBlanks();
            Token token;
            token.at = m_position;
            token.isGlued = before == m_at && m_at > 0;
            if (m_at < m_text.size())
                read(token);
            if (m_error)
                token = Token();
            tokens.push_back(token);
            if (token.kind == Token::Kind::End)
                return tokens;
        }
    }

private:
    [[nodiscard]] char peek(qsizetype ahead = 0) const
    {
        return m_at + ahead < m_text.size() ? m_text[m_at + ahead] : '\0';
    }

    void advance()
    {
        const char c = m_text[m_at++];
        if (c == '\n')
            m_position = { m_position.line + 1, 1 };
        else if ((static_cast<quint8>(c) & 0xC0U) != 0x80)
            ++m_position.column;
    }

    void skipBlanks()
    {
        while (m_at < m_text.size()) {
            if (peek() == '#') {
                while (m_at < m_text.size() && peek() != '\n')
                    advance();
            } else if (peek() == ' ' || peek() == '\t' || peek() == '\n' || peek() == '\r') {
                advance();
            } else {
                return;
            }
        }
    }

    void fail(const QString &text)
    {
        if (!m_error)
            m_error = Diagnostic{ m_position, text };
    }

    void read(Token &token)
    {
        if (peek() == '"')
            readString(token);
        else if (peek() == 'x' && peek(1) == '"')
            readHex(token);
        else if (isLetter(peek()))
            readWord(token);
        else if (isDecimal(peek()))
            readNumber(token);
        else
            readSymbol(token);
    }

    void readWord(Token &token)
    {
        token.kind = Token::Kind::Word;
        while (isLetter(peek()) || isDecimal(peek())) {
            token.text += peek();
            advance();
        }
    }

    void readNumber(Token &token)
    {
        token.kind = Token::Kind::Number;
        QByteArray digits;
        while (isLetter(peek()) || isDecimal(peek())) {
            digits += peek();
            advance();
        }
        token.text = digits;
        digits.replace("_", "");
        const bool isHex = digits.startsWith("0x") || digits.startsWith("0X");
        bool good = false;
        token.number = isHex ? digits.sliced(2).toULongLong(&good, 16) : digits.toULongLong(&good, 10);
        if (!good && !m_error)
            m_error = Diagnostic{ token.at, FormatText::tr("not a number of at most 64 bits, such as 10 or 0x0a") };
    }

    void readString(Token &token)
    {
        token.kind = Token::Kind::String;
        advance();
        while (peek() != '"') {
            if (m_at == m_text.size() || peek() == '\n') {
                fail(FormatText::tr("the string does not end on this line; expected \""));
                return;
            }
            if (peek() != '\\') {
                token.text += peek();
                advance();
            } else if (!readEscape(token.text)) {
                fail(FormatText::tr("expected one of \\n \\r \\t \\0 \\\\ \\\" \\xHH"));
                return;
            }
        }
        advance();
    }

    bool readEscape(QByteArray &to)
    {
        static const QByteArray letters("nrt0\\\"");
        static const QByteArray meant("\n\r\t\0\\\"", 6);
        const qsizetype known = letters.indexOf(peek(1));
        if (m_at + 1 < m_text.size() && known >= 0) {
            to += meant[known];
            advance();
            advance();
            return true;
        }
        if (peek(1) != 'x' || hexValue(peek(2)) < 0 || hexValue(peek(3)) < 0)
            return false;
        to += static_cast<char>(hexValue(peek(2)) * 16 + hexValue(peek(3)));
        for (int i = 0; i < 4; ++i)
            advance();
        return true;
    }

    void readHex(Token &token)
    {
        token.kind = Token::Kind::String;
        advance();
        advance();
        bool isMasked = false;
        while (peek() != '"') {
            if (peek() == ' ') {
                advance();
                continue;
            }
            const bool isAny = peek() == '?' && peek(1) == '?';
            if (!isAny && (hexValue(peek()) < 0 || hexValue(peek(1)) < 0)) {
                fail(FormatText::tr("expected pairs of hex digits and \""));
                return;
            }
            token.text += isAny ? '\0' : static_cast<char>(hexValue(peek()) * 16 + hexValue(peek(1)));
            token.mask += isAny ? '\0' : '\xFF';
            isMasked = isMasked || isAny;
            advance();
            advance();
        }
        advance();
        if (!isMasked)
            token.mask.clear();
    }

    void readSymbol(Token &token)
    {
        token.kind = Token::Kind::Symbol;
        for (const char *two : { "==", "!=", "<=", ">=", "<<", ">>", "&&", "||" }) {
            if (peek() == two[0] && peek(1) == two[1]) {
                token.text = two;
                advance();
                advance();
                return;
            }
        }
        if (!QByteArrayView("{}[]();:,.=+-*/%&|^~!<>").contains(peek()))
            fail(FormatText::tr("this character has no meaning here"));
        token.text = QByteArray(1, peek());
        advance();
    }

    QByteArrayView m_text;
    std::optional<Diagnostic> &m_error;
    qsizetype m_at = 0;
    Position m_position;
};

/// The place of the first byte that is not UTF-8.
Position firstInvalid(QByteArrayView text)
{
    Position at;
    qsizetype begin = 0;
    for (qsizetype end = text.indexOf('\n'); end >= 0 && validUtf8(text.sliced(begin, end - begin));
         end = text.indexOf('\n', begin)) {
        begin = end + 1;
        ++at.line;
    }
    const qsizetype end = text.indexOf('\n', begin);
    const QByteArrayView line = text.sliced(begin, (end < 0 ? text.size() : end) - begin);
    qsizetype good = line.size() - 1;
    while (good > 0 && !validUtf8(line.first(good)))
        --good;
    const auto before = validUtf8(line.first(qMax<qsizetype>(0, good)));
    at.column = before ? static_cast<int>(before->toUcs4().size()) + 1 : 1;
    return at;
}

} // namespace

std::vector<Token> tokensOf(QByteArrayView text, std::optional<Diagnostic> &error)
{
    if (!validUtf8(text)) {
        error = Diagnostic{ firstInvalid(text), FormatText::tr("not valid UTF-8") };
        return { Token() };
    }
    return Lexer(text, error).run();
}

} // namespace pipeglass::formats
