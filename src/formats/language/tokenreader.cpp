// SPDX-License-Identifier: MIT
#include "formats/language/tokenreader.h"

#include "core/bytetext.h"
#include "formats/formattext.h"

namespace pipeglass::formats {

namespace {

constexpr int deepestBlocks = 32;

QString shown(const Token &token)
{
    if (token.kind == Token::Kind::End)
        return FormatText::tr("the end of the file");
    constexpr qsizetype longest = 40;
    const QString text = previewText(token.text, longest);
    return token.kind == Token::Kind::String ? FormatText::tr("a string \"%1\"").arg(text)
                                             : QLatin1Char('"') + text + u'"';
}

} // namespace

TokenReader::TokenReader(QByteArrayView text)
    : m_tokens(tokensOf(text, m_error))
{
}

void TokenReader::fail(Position at, const QString &text)
{
    if (!m_error)
        m_error = Diagnostic{ at, text };
}

void TokenReader::failExpecting(const QString &what)
{
    const Token token = peek();
    fail(token.at, FormatText::tr("expected %1, found %2").arg(what, shown(token)));
}

Token TokenReader::take()
{
    const Token token = peek();
    if (token.kind != Token::Kind::End)
        ++m_at;
    return token;
}

bool TokenReader::isWord(QByteArrayView word) const { return peek().kind == Token::Kind::Word && peek().text == word; }

bool TokenReader::isSymbol(QByteArrayView symbol) const
{
    return peek().kind == Token::Kind::Symbol && peek().text == symbol;
}

bool TokenReader::takeWord(QByteArrayView word)
{
    const bool found = isWord(word);
    if (found)
        ++m_at;
    return found;
}

bool TokenReader::takeSymbol(QByteArrayView symbol)
{
    const bool found = isSymbol(symbol);
    if (found)
        ++m_at;
    return found;
}

void TokenReader::require(QByteArrayView symbol)
{
    if (!takeSymbol(symbol))
        failExpecting(QLatin1Char('"') + QLatin1String(symbol) + u'"');
}

QByteArray TokenReader::requireName()
{
    if (peek().kind != Token::Kind::Word) {
        failExpecting(FormatText::tr("a name"));
        return {};
    }
    return take().text;
}

QByteArray TokenReader::requireFormatName()
{
    QByteArray name = requireName();
    while (isSymbol("-") && peek().isGlued && peekNext().isGlued
           && (peekNext().kind == Token::Kind::Word || peekNext().kind == Token::Kind::Number)) {
        (void)take();
        name += '-' + take().text;
    }
    return name;
}

QByteArray TokenReader::requireBytes()
{
    if (peek().kind != Token::Kind::String) {
        failExpecting(FormatText::tr("bytes, such as \"text\" or x\"0d 0a\""));
        return {};
    }
    if (!peek().mask.isEmpty())
        fail(peek().at, FormatText::tr("\"??\" is possible only in \"match\""));
    if (peek().text.isEmpty())
        fail(peek().at, FormatText::tr("expected at least one byte"));
    return take().text;
}

QString TokenReader::requireText()
{
    if (peek().kind != Token::Kind::String) {
        failExpecting(FormatText::tr("a string"));
        return {};
    }
    const auto text = validUtf8(peek().text);
    if (!text)
        fail(peek().at, FormatText::tr("expected text in UTF-8"));
    (void)take();
    return text.value_or(QString());
}

quint64 TokenReader::requireNumber()
{
    if (peek().kind != Token::Kind::Number) {
        failExpecting(FormatText::tr("a number"));
        return 0;
    }
    return take().number;
}

bool TokenReader::enter()
{
    if (m_depth == deepestBlocks) {
        fail(peek().at, FormatText::tr("blocks are nested too deeply: the limit is %1").arg(deepestBlocks));
        return false;
    }
    ++m_depth;
    return true;
}

} // namespace pipeglass::formats
