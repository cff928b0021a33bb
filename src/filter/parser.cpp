// SPDX-License-Identifier: MIT
#include "filter/parser.h"

#include "core/suggestion.h"
#include "filter/filtertext.h"
#include "filter/values.h"
#include "filter/words.h"

#include <utility>

namespace pipeglass::filter {

namespace {

using Kind = Token::Kind;

/// Of parentheses and `not`; evaluation recurses as deep.
constexpr int maxDepth = 200;

QString unknownField(const QString &word)
{
    std::vector<QByteArrayView> names;
    for (const auto &[name, field] : fieldWords)
        names.emplace_back(name.data(), name.size());
    const QByteArray typed = word.toUtf8();
    const QByteArrayView close = nearest(typed, names);
    const QString start = FilterText::tr("There is no field \"%1\".").arg(word);
    if (!close.isEmpty())
        return start + FilterText::tr(" Did you mean \"%1\"?").arg(QLatin1StringView(close.data(), close.size()));
    QStringList list;
    for (const auto &[name, field] : fieldWords)
        list += name;
    return start + FilterText::tr(" The fields are %1.").arg(list.join(QStringLiteral(", ")));
}

ExpressionPtr makeExpression(std::variant<Comparison, Not, AllOf, AnyOf> node)
{
    return std::make_shared<Expression>(Expression{ std::move(node) });
}

} // namespace

Parser::Parser(const QString &text)
    : m_tokens(tokens(text))
{
}

bool Parser::isNext(QStringView word, QStringView sign) const
{
    return (next().kind == Kind::Word && next().text == word) || (next().kind == Kind::Operator && next().text == sign);
}

/// Something else than `expected` stands at the next token.
tl::unexpected<Problem> Parser::unexpected(const QString &expected) const
{
    const Token &token = next();
    QString text = FilterText::tr("Expected %1.").arg(expected);
    if (token.kind == Kind::Unterminated)
        text = FilterText::tr("The string has no closing quote.");
    else if (token.kind == Kind::Wrong && token.text.startsWith(u'\\'))
        text = FilterText::tr("In a string only \\\" and \\\\ are escapes; write a backslash as \\\\.");
    else if (token.text == u"=")
        text = FilterText::tr("Expected %1; equality is ==.").arg(expected);
    return tl::unexpected(Problem{ token.at, text });
}

Parser::Parsed Parser::parse()
{
    if (next().kind == Kind::End)
        return nullptr;
    Parsed all = parseAny();
    if (all && next().kind != Kind::End)
        return unexpected(FilterText::tr("\"and\", \"or\" or the end"));
    return all;
}

Parser::Parsed Parser::parseAny()
{
    AnyOf any;
    do {
        Parsed part = parseAll();
        if (!part)
            return part;
        any.operands.push_back(std::move(*part));
    } while (isNext(u"or", u"||") && ++m_next > 0);
    return any.operands.size() == 1 ? any.operands.front() : makeExpression(std::move(any));
}

Parser::Parsed Parser::parseAll()
{
    AllOf all;
    do {
        Parsed part = parseNot();
        if (!part)
            return part;
        all.operands.push_back(std::move(*part));
    } while (isNext(u"and", u"&&") && ++m_next > 0);
    return all.operands.size() == 1 ? all.operands.front() : makeExpression(std::move(all));
}

Parser::Parsed Parser::parseNested(Parsed (Parser::*part)())
{
    if (m_depth == maxDepth)
        return tl::unexpected(Problem{ next().at, FilterText::tr("The filter is nested too deeply.") });
    ++m_depth;
    ++m_next;
    Parsed nested = (this->*part)();
    --m_depth;
    return nested;
}

Parser::Parsed Parser::parseNot()
{
    if (isNext(u"not", u"!")) {
        Parsed operand = parseNested(&Parser::parseNot);
        return operand ? Parsed(makeExpression(Not{ std::move(*operand) })) : operand;
    }
    if (next().kind != Kind::Open)
        return parseComparison();
    Parsed inner = parseNested(&Parser::parseAny);
    if (!inner)
        return inner;
    if (next().kind != Kind::Close)
        return unexpected(FilterText::tr("\"and\", \"or\" or \")\""));
    ++m_next;
    return inner;
}

Parser::Parsed Parser::parseComparison()
{
    const Token &name = next();
    if (name.kind != Kind::Word)
        return unexpected(FilterText::tr("a field, \"not\" or \"(\""));
    const auto field = fieldOf(name.text);
    if (!field)
        return tl::unexpected(Problem{ name.at, unknownField(name.text) });
    ++m_next;
    const bool canBeOperator = next().kind == Kind::Word || next().kind == Kind::Operator;
    const auto op = canBeOperator ? operatorOf(next().text) : std::nullopt;
    if (!op && isFlag(*field))
        return makeExpression(Comparison{ *field, Operator::Equal, true });
    const QStringList allowed = operatorsOf(*field);
    if (!op || !allowed.contains(next().text)) {
        return unexpected(
            FilterText::tr("one of the operators of \"%1\": %2").arg(name.text, allowed.join(QStringLiteral(", "))));
    }
    ++m_next;
    auto comparison = makeComparison(*field, *op, next());
    if (!comparison) {
        const bool isBroken = next().kind == Kind::Unterminated || next().kind == Kind::Wrong;
        return isBroken ? unexpected({}) : tl::unexpected(comparison.error());
    }
    ++m_next;
    return makeExpression(std::move(*comparison));
}

} // namespace pipeglass::filter
