// SPDX-License-Identifier: MIT
#include "filter/parser.h"

#include "core/suggestion.h"
#include "filter/filtertext.h"
#include "filter/values.h"

#include <algorithm>
#include <array>
#include <utility>

namespace pipeglass::filter {

namespace {

using Kind = Token::Kind;

/// Of parentheses and `not`; evaluation recurses as deep.
constexpr int maxDepth = 200;

constexpr std::array<std::pair<QLatin1StringView, Field>, 11> fields{ {
    { QLatin1StringView("from"), Field::From },
    { QLatin1StringView("direction"), Field::Direction },
    { QLatin1StringView("length"), Field::Length },
    { QLatin1StringView("connection"), Field::Connection },
    { QLatin1StringView("time"), Field::Time },
    { QLatin1StringView("latency"), Field::Latency },
    { QLatin1StringView("malformed"), Field::Malformed },
    { QLatin1StringView("event"), Field::Event },
    { QLatin1StringView("text"), Field::Text },
    { QLatin1StringView("payload"), Field::Payload },
    { QLatin1StringView("number"), Field::Number },
} };

constexpr std::array<std::pair<QLatin1StringView, Operator>, 8> operators{ {
    { QLatin1StringView("=="), Operator::Equal },
    { QLatin1StringView("!="), Operator::NotEqual },
    { QLatin1StringView("<"), Operator::Less },
    { QLatin1StringView("<="), Operator::LessOrEqual },
    { QLatin1StringView(">"), Operator::Greater },
    { QLatin1StringView(">="), Operator::GreaterOrEqual },
    { QLatin1StringView("contains"), Operator::Contains },
    { QLatin1StringView("matches"), Operator::Matches },
} };

template <typename Table>
auto lookUp(const Table &table, const QString &word) -> std::optional<decltype(table.front().second)>
{
    for (const auto &[name, value] : table) {
        if (word == name)
            return value;
    }
    return {};
}

/// What the operators that a field has are.
QString operatorsOf(Field field)
{
    const auto isAmong = [field](std::initializer_list<Field> some) {
        return std::find(some.begin(), some.end(), field) != some.end();
    };
    if (field == Field::Text)
        return QStringLiteral("== != contains matches");
    if (field == Field::Payload)
        return QStringLiteral("== != contains");
    if (isAmong({ Field::From, Field::Direction, Field::Event, Field::Malformed }))
        return QStringLiteral("== !=");
    return QStringLiteral("== != < <= > >=");
}

QString unknownField(const QString &word)
{
    std::vector<QByteArrayView> names;
    for (const auto &[name, field] : fields)
        names.emplace_back(name.data(), name.size());
    const QByteArray typed = word.toUtf8();
    const QByteArrayView close = nearest(typed, names);
    const QString start = FilterText::tr("There is no field \"%1\".").arg(word);
    if (!close.isEmpty())
        return start + FilterText::tr(" Did you mean \"%1\"?").arg(QLatin1StringView(close.data(), close.size()));
    QStringList list;
    for (const auto &[name, field] : fields)
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
    const auto field = lookUp(fields, name.text);
    if (!field)
        return tl::unexpected(Problem{ name.at, unknownField(name.text) });
    ++m_next;
    const bool isFlag = *field == Field::Malformed || *field == Field::Event;
    const bool canBeOperator = next().kind == Kind::Word || next().kind == Kind::Operator;
    const auto op = canBeOperator ? lookUp(operators, next().text) : std::nullopt;
    if (!op && isFlag)
        return makeExpression(Comparison{ *field, Operator::Equal, true });
    const QStringList allowed = operatorsOf(*field).split(u' ');
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
