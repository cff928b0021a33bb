// SPDX-License-Identifier: MIT
#include "formats/formattext.h"
#include "formats/language/tokenreader.h"

#include <limits>

namespace pipeglass::formats {

namespace {

using Code = Operation::Code;

struct Operator {
    const char *symbol;
    Code code;
    int binds; ///< larger: tighter
};

/// Unlike in C, the operations on bits bind tighter than comparisons.
constexpr Operator binaryOperators[] = {
    { "||", Code::Either, 1 },     { "&&", Code::Both, 2 },
    { "==", Code::Equal, 3 },      { "!=", Code::Unequal, 3 },
    { "<", Code::Less, 3 },        { "<=", Code::LessOrEqual, 3 },
    { ">", Code::Greater, 3 },     { ">=", Code::GreaterOrEqual, 3 },
    { "|", Code::Or, 4 },          { "^", Code::Xor, 5 },
    { "&", Code::And, 6 },         { "<<", Code::ShiftLeft, 7 },
    { ">>", Code::ShiftRight, 7 }, { "+", Code::Add, 8 },
    { "-", Code::Subtract, 8 },    { "*", Code::Multiply, 9 },
    { "/", Code::Divide, 9 },      { "%", Code::Remainder, 9 },
};
constexpr int tightest = 10;
constexpr int mostOperators = 32; ///< of one level, in a row

const Operator *nextOperator(const TokenReader &in)
{
    for (const Operator &one : binaryOperators) {
        if (in.isSymbol(one.symbol))
            return &one;
    }
    return nullptr;
}

ExpressionSyntax parseOperand(TokenReader &in);

ExpressionSyntax parseBinary(TokenReader &in, int least)
{
    ExpressionSyntax left = parseOperand(in);
    int operators = 0; // each is a level of the tree
    while (const Operator *found = nextOperator(in)) {
        if (found->binds < least)
            break;
        if (++operators > mostOperators) {
            in.fail(
                in.peek().at,
                FormatText::tr("this expression has too many operators: the limit is %1").arg(mostOperators));
            break;
        }
        ExpressionSyntax both;
        both.at = in.take().at;
        both.code = found->code;
        ExpressionSyntax right = parseBinary(in, found->binds + 1);
        both.operands.push_back(std::move(left));
        both.operands.push_back(std::move(right));
        left = std::move(both);
    }
    return left;
}

ExpressionSyntax parseUnary(TokenReader &in, Code code)
{
    ExpressionSyntax result;
    result.at = in.take().at;
    result.code = code;
    if (in.enter()) {
        result.operands.push_back(parseBinary(in, tightest));
        in.leave();
    }
    return result;
}

ExpressionSyntax parseName(TokenReader &in)
{
    ExpressionSyntax result;
    result.at = in.peek().at;
    result.code = Code::Slot;
    result.name = in.take().text;
    while (in.takeSymbol("."))
        result.name += '.' + in.requireName();
    return result;
}

ExpressionSyntax parseOperand(TokenReader &in)
{
    if (in.isSymbol("-"))
        return parseUnary(in, Code::Negate);
    if (in.isSymbol("!"))
        return parseUnary(in, Code::Not);
    if (in.isSymbol("~"))
        return parseUnary(in, Code::Invert);
    if (in.peek().kind == Token::Kind::Word)
        return parseName(in);
    ExpressionSyntax result;
    result.at = in.peek().at;
    if (in.peek().kind == Token::Kind::Number) {
        const quint64 number = in.take().number;
        if (number > static_cast<quint64>(std::numeric_limits<qint64>::max()))
            in.fail(result.at, FormatText::tr("numbers in expressions have at most 63 bits"));
        result.value = static_cast<qint64>(number);
        return result;
    }
    if (!in.isSymbol("(")) {
        in.failExpecting(FormatText::tr("a number, the name of a field or \"(\""));
        return result;
    }
    (void)in.take();
    if (in.enter()) {
        result = parseBinary(in, 1);
        in.leave();
    }
    in.require(")");
    return result;
}

} // namespace

ExpressionSyntax parseExpression(TokenReader &in) { return parseBinary(in, 1); }

} // namespace pipeglass::formats
