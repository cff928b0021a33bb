// SPDX-License-Identifier: MIT
#include "formats/formattext.h"
#include "formats/language/tokenreader.h"

#include <array>

namespace pipeglass::formats {

namespace {

struct NamedContent {
    const char *name;
    Content content;
};
constexpr std::array<NamedContent, 5> contents{ {
    { "bytes", Content::Bytes },
    { "utf8", Content::Utf8 },
    { "latin1", Content::Latin1 },
    { "utf16le", Content::Utf16Little },
    { "utf16be", Content::Utf16Big },
} };

struct NamedChecksum {
    const char *name;
    Checksum checksum;
};
constexpr std::array<NamedChecksum, 7> checksums{ {
    { "crc32", Checksum::Crc32 },
    { "crc32c", Checksum::Crc32c },
    { "crc16_ccitt", Checksum::Crc16Ccitt },
    { "crc16_modbus", Checksum::Crc16Modbus },
    { "adler32", Checksum::Adler32 },
    { "sum8", Checksum::Sum8 },
    { "xor8", Checksum::Xor8 },
} };

void parseTerminators(TokenReader &in, ExtentSyntax &to)
{
    do {
        if (in.takeWord("end"))
            to.terminators.orEnd = true;
        else
            to.terminators.all.push_back(in.requireBytes());
    } while (in.takeWord("or"));
    constexpr size_t mostTerminators = 8;
    constexpr qsizetype longestTerminator = 64;
    for (const QByteArray &one : to.terminators.all) {
        if (one.size() > longestTerminator || to.terminators.all.size() > mostTerminators)
            in.fail(to.at, FormatText::tr("at most 8 terminators of at most 64 bytes each are possible"));
    }
    if (to.terminators.all.empty())
        in.fail(to.at, FormatText::tr("expected a terminator, such as \"\\n\"; [end] is for what has none"));
}

ExtentSyntax parseExtent(TokenReader &in)
{
    ExtentSyntax extent;
    extent.at = in.take().at; // the bracket
    const bool isAlone = in.peekNext().kind == Token::Kind::Symbol && in.peekNext().text == "]";
    if (in.isWord("end") && isAlone) {
        (void)in.take();
        extent.kind = ExtentSyntax::Kind::End;
    } else if (in.isWord("size") && !isAlone && in.peekNext().kind != Token::Kind::Symbol) {
        (void)in.take();
        extent.kind = ExtentSyntax::Kind::Size;
        extent.expression = parseExpression(in);
    } else if (in.isWord("until") && !isAlone && in.peekNext().kind != Token::Kind::Symbol) {
        (void)in.take();
        extent.kind = ExtentSyntax::Kind::Until;
        if (in.peek().kind == Token::Kind::String)
            parseTerminators(in, extent);
        else
            extent.expression = parseExpression(in);
    } else {
        extent.kind = ExtentSyntax::Kind::Count;
        extent.expression = parseExpression(in);
    }
    in.require("]");
    return extent;
}

ValueSyntax parseValue(TokenReader &in)
{
    ValueSyntax value;
    value.at = in.peek().at;
    if (in.takeWord("default")) {
        value.kind = ValueSyntax::Kind::Default;
        value.expression = parseExpression(in);
        return value;
    }
    if (!in.takeSymbol("="))
        return value;
    value.kind = ValueSyntax::Kind::Fixed;
    for (const NamedChecksum &one : checksums) {
        if (in.isWord(one.name) && in.peekNext().kind == Token::Kind::Symbol && in.peekNext().text == "(") {
            (void)in.take();
            (void)in.take();
            value.checksum = one.checksum;
            value.covered = in.requireName();
            in.require(")");
            return value;
        }
    }
    value.expression = parseExpression(in);
    return value;
}

std::vector<StatementSyntax> parseBlock(TokenReader &in)
{
    in.require("{");
    return parseBody(in);
}

/// The cases of an "if" and its "else".
StatementSyntax parseIf(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.take().at;
    statement.kind = StatementSyntax::Kind::Switch;
    for (;;) {
        CaseSyntax one;
        one.values.push_back(parseExpression(in));
        one.body = parseBlock(in);
        statement.cases.push_back(std::move(one));
        if (!in.takeWord("else"))
            return statement;
        if (!in.takeWord("if")) {
            statement.cases.push_back({ {}, parseBlock(in) });
            return statement;
        }
    }
}

StatementSyntax parseSwitch(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.take().at;
    statement.kind = StatementSyntax::Kind::Switch;
    statement.expression = parseExpression(in);
    in.require("{");
    while (!in.takeSymbol("}")) {
        CaseSyntax one;
        const bool isElse = in.takeWord("else");
        if (!isElse && !in.takeWord("case")) {
            in.failExpecting(FormatText::tr("\"case\", \"else\" or \"}\""));
            break;
        }
        if (!isElse) {
            do
                one.values.push_back(parseExpression(in));
            while (in.takeSymbol(","));
        }
        one.body = parseBlock(in);
        statement.cases.push_back(std::move(one));
        if (isElse) {
            in.require("}");
            break;
        }
    }
    return statement;
}

StatementSyntax parseMagic(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.take().at;
    statement.kind = StatementSyntax::Kind::Magic;
    statement.bytes = in.requireBytes();
    in.require(";");
    return statement;
}

StatementSyntax parseCheck(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.take().at;
    statement.kind = StatementSyntax::Kind::Check;
    statement.expression = parseExpression(in);
    in.require(";");
    return statement;
}

StatementSyntax parseWithin(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.take().at;
    statement.kind = StatementSyntax::Kind::Within;
    statement.expression = parseExpression(in);
    statement.cases.push_back({ {}, parseBlock(in) });
    return statement;
}

StatementSyntax parseField(TokenReader &in)
{
    StatementSyntax statement;
    statement.at = in.peek().at;
    statement.name = in.requireName();
    in.require(":");
    parseType(in, statement);
    statement.value = parseValue(in);
    const bool isBlock = statement.type.kind == TypeSyntax::Kind::Inline;
    if (!in.takeSymbol(";") && !(isBlock && statement.extent.kind == ExtentSyntax::Kind::None))
        in.failExpecting(QStringLiteral("\";\""));
    return statement;
}

StatementSyntax parseStatement(TokenReader &in)
{
    const bool isField = in.peekNext().kind == Token::Kind::Symbol && in.peekNext().text == ":";
    if (isField)
        return parseField(in);
    if (in.isWord("if"))
        return parseIf(in);
    if (in.isWord("switch"))
        return parseSwitch(in);
    if (in.isWord("magic"))
        return parseMagic(in);
    if (in.isWord("check"))
        return parseCheck(in);
    if (in.isWord("within"))
        return parseWithin(in);
    if (in.peek().kind == Token::Kind::Word) {
        (void)in.take();
        in.failExpecting(QStringLiteral("\":\""));
    } else {
        in.failExpecting(FormatText::tr("a field, such as \"size: u32le;\", or \"}\""));
    }
    return {};
}

} // namespace

std::optional<NumberType> numberTypeNamed(QByteArrayView name)
{
    using Kind = NumberType::Kind;
    struct Special {
        const char *name;
        NumberType type;
    };
    constexpr Special specials[] = {
        { "u8", { Kind::Unsigned, 1 } },    { "i8", { Kind::Signed, 1 } },       { "bool", { Kind::Boolean, 1 } },
        { "varint", { Kind::Varint, 10 } }, { "varint32", { Kind::Varint, 5 } }, { "zigzag", { Kind::Zigzag, 10 } },
    };
    for (const Special &one : specials) {
        if (name == one.name)
            return one.type;
    }
    if (name.size() != 5 || !(name.endsWith("le") || name.endsWith("be")))
        return std::nullopt;
    const QByteArrayView bits = name.sliced(1, 2);
    const int width = bits == "16" ? 2 : bits == "24" ? 3 : bits == "32" ? 4 : bits == "64" ? 8 : 0;
    const char letter = name.front();
    if (width == 0 || (letter != 'u' && letter != 'i' && (letter != 'f' || width < 4)))
        return std::nullopt;
    const Kind kind = letter == 'u' ? Kind::Unsigned : letter == 'i' ? Kind::Signed : Kind::Float;
    return NumberType{ kind, static_cast<quint8>(width), name.endsWith("be") };
}

void parseType(TokenReader &in, StatementSyntax &to)
{
    to.type.at = in.peek().at;
    if (in.takeSymbol("{")) {
        to.type.kind = TypeSyntax::Kind::Inline;
        to.type.body = parseBody(in);
    } else if (in.peek().kind != Token::Kind::Word) {
        in.failExpecting(FormatText::tr("a type, such as u32le, bytes[size] or the name of a struct"));
        return;
    } else {
        to.type.name = in.take().text;
        to.type.kind = TypeSyntax::Kind::Named;
        if (const auto number = numberTypeNamed(to.type.name)) {
            to.type.kind = TypeSyntax::Kind::Number;
            to.type.number = *number;
        } else if (to.type.name == "guid") {
            to.type.kind = TypeSyntax::Kind::Content;
            to.type.content = Content::Guid;
        }
        for (const NamedContent &one : contents) {
            if (to.type.name == one.name) {
                to.type.kind = TypeSyntax::Kind::Content;
                to.type.content = one.content;
            }
        }
    }
    if (in.isSymbol("["))
        to.extent = parseExtent(in);
}

std::vector<StatementSyntax> parseBody(TokenReader &in)
{
    std::vector<StatementSyntax> body;
    if (!in.enter())
        return body;
    while (!in.isSymbol("}") && !in.atEnd())
        body.push_back(parseStatement(in));
    in.require("}");
    in.leave();
    return body;
}

} // namespace pipeglass::formats
