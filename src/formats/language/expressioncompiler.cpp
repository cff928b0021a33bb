// SPDX-License-Identifier: MIT
#include "formats/language/expressioncompiler.h"

#include "formats/formattext.h"
#include "formats/language/tokenreader.h"
#include "formats/steps/evaluate.h"

#include <algorithm>

namespace pipeglass::formats {

namespace {

using Code = Operation::Code;

const NamedValue *wordOf(const Enumeration &enumeration, const QByteArray &word)
{
    const auto found = std::ranges::find(enumeration.words, word, &NamedValue::name);
    return found == enumeration.words.end() ? nullptr : &*found;
}

std::optional<Linear> combined(Code code, const Linear &a, const Linear &b)
{
    Linear result;
    const Linear &withSlot = a.slot >= 0 ? a : b;
    const Linear &other = a.slot >= 0 ? b : a;
    if (other.slot >= 0)
        return std::nullopt;
    result.slot = withSlot.slot;
    const qint64 sign = code == Code::Subtract ? -1 : 1;
    bool overflows = false;
    if (code == Code::Multiply) {
        overflows = __builtin_mul_overflow(withSlot.factor, other.term, &result.factor)
            || __builtin_mul_overflow(withSlot.term, other.term, &result.term);
    } else {
        qint64 right = 0;
        result.factor = &withSlot == &a ? withSlot.factor : sign * withSlot.factor;
        overflows = __builtin_mul_overflow(sign, b.term, &right) || __builtin_add_overflow(a.term, right, &result.term);
    }
    return overflows ? std::nullopt : std::optional(result);
}

} // namespace

std::optional<Diagnostic> ExpressionCompiler::addName(const ExpressionSyntax &syntax, qint32 words)
{
    const auto addConstant = [this](const NamedValue &word) {
        m_program.operations.push_back({ Code::Constant, static_cast<qint64>(word.value) });
    };
    if (words >= 0) {
        if (const NamedValue *word = wordOf(m_format.enumerations[static_cast<size_t>(words)], syntax.name)) {
            addConstant(*word);
            return std::nullopt;
        }
    }
    if (const Symbol *symbol = m_scopes.find(syntax.name)) {
        if (symbol->slot < 0)
            return Diagnostic{ syntax.at,
                               FormatText::tr("\"%1\" is not an integer").arg(QString::fromUtf8(syntax.name)) };
        m_program.operations.push_back({ Code::Slot, symbol->slot });
        return std::nullopt;
    }
    const qsizetype dot = syntax.name.indexOf('.');
    for (const Enumeration &one : m_format.enumerations) {
        if (dot > 0 && one.name == syntax.name.first(dot)) {
            if (const NamedValue *word = wordOf(one, syntax.name.sliced(dot + 1))) {
                addConstant(*word);
                return std::nullopt;
            }
        }
    }
    return Diagnostic{ syntax.at,
                       FormatText::tr("there is no field \"%1\" before this").arg(QString::fromUtf8(syntax.name)) };
}

qint32 ExpressionCompiler::wordsOf(const ExpressionSyntax &syntax) const
{
    const Symbol *symbol = syntax.code == Code::Slot ? m_scopes.find(syntax.name) : nullptr;
    return symbol == nullptr ? -1 : symbol->enumeration;
}

std::optional<Diagnostic> ExpressionCompiler::add(const ExpressionSyntax &syntax, qint32 words, int depth)
{
    if (depth == deepestExpression - 4) // a case has two of them
        return Diagnostic{ syntax.at, FormatText::tr("this expression is nested too deeply") };
    if (syntax.code == Code::Slot)
        return addName(syntax, words);
    const bool isComparison = syntax.code >= Code::Less && syntax.code <= Code::Unequal;
    for (size_t operand = 0; operand < syntax.operands.size(); ++operand) {
        // What a field of an enum is compared with may be a word of that enum.
        const qint32 compared = isComparison ? wordsOf(syntax.operands[1 - operand]) : -1;
        if (auto error = add(syntax.operands[operand], compared >= 0 ? compared : words, depth + 1))
            return error;
    }
    m_program.operations.push_back({ syntax.code, syntax.value });
    return std::nullopt;
}

tl::expected<Expression, Diagnostic> ExpressionCompiler::compile(const ExpressionSyntax &syntax, qint32 words)
{
    std::vector<Operation> &operations = m_program.operations;
    const auto first = static_cast<qint32>(operations.size());
    if (auto error = add(syntax, words, 0))
        return tl::unexpected<Diagnostic>(*error);
    Expression result{ first, static_cast<qint32>(operations.size()) - first };
    const auto begin = operations.begin() + first;
    if (std::any_of(begin, operations.end(), [](const Operation &one) { return one.code == Code::Slot; }))
        return result;
    const auto value = evaluate(&operations[static_cast<size_t>(first)], result.count, {});
    if (!value)
        return tl::unexpected<Diagnostic>({ syntax.at, FormatText::tr("this overflows 64 bits or divides by zero") });
    operations.resize(static_cast<size_t>(first));
    operations.push_back({ Code::Constant, *value });
    result.count = 1;
    return result;
}

tl::expected<Expression, Diagnostic>
ExpressionCompiler::compileCase(const ExpressionSyntax &left, const std::vector<ExpressionSyntax> &values, qint32 words)
{
    const auto first = static_cast<qint32>(m_program.operations.size());
    for (size_t i = 0; i < values.size(); ++i) {
        if (auto error = add(left, -1, 0))
            return tl::unexpected<Diagnostic>(*error);
        if (auto error = add(values[i], words, 0))
            return tl::unexpected<Diagnostic>(*error);
        m_program.operations.push_back({ Code::Equal, 0 });
        if (i > 0)
            m_program.operations.push_back({ Code::Either, 0 });
    }
    return Expression{ first, static_cast<qint32>(m_program.operations.size()) - first };
}

std::optional<Linear> ExpressionCompiler::linear(const ExpressionSyntax &syntax) const
{
    if (syntax.code == Code::Constant)
        return Linear{ -1, 0, syntax.value };
    if (syntax.code == Code::Slot) {
        const Symbol *symbol = m_scopes.find(syntax.name);
        return symbol != nullptr && symbol->isMeasurable ? std::optional(Linear{ symbol->slot, 1, 0 }) : std::nullopt;
    }
    if (syntax.code != Code::Add && syntax.code != Code::Subtract && syntax.code != Code::Multiply)
        return std::nullopt;
    const auto left = linear(syntax.operands[0]);
    const auto right = linear(syntax.operands[1]);
    return left && right ? combined(syntax.code, *left, *right) : std::nullopt;
}

} // namespace pipeglass::formats
