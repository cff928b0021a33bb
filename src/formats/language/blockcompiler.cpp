// SPDX-License-Identifier: MIT
#include "formats/language/blockcompiler.h"

#include "formats/formattext.h"
#include "formats/language/tokenreader.h"

#include <algorithm>

namespace pipeglass::formats {

namespace {

constexpr size_t mostSteps = 4096;
constexpr size_t mostOperations = 65536;

} // namespace

BlockCompiler::BlockCompiler(const FormatSyntax &format, const BlockSyntax &block, Use use)
    : m_format(format)
    , m_isFrame(use == Use::Frame)
    , m_expressions(format, m_scopes, m_program)
{
    m_program.enumerations = format.enumerations;
    m_program.bits = format.bits;
    m_program.resyncs = block.resyncs;
}

tl::expected<ProgramPtr, Diagnostic> BlockCompiler::run(const BlockSyntax &block)
{
    addBody(block.body);
    if (m_isFrame && !m_hasPayload)
        fail(block.at, FormatText::tr("a frame has one field with the name \"payload\""));
    if (m_program.resyncs && (m_program.steps.empty() || m_program.steps[0].kind != Step::Kind::Magic))
        fail(block.at, FormatText::tr("\"resync\" needs a frame that begins with \"magic\""));
    if (m_error)
        return tl::unexpected<Diagnostic>(*m_error);
    finish();
    return std::make_shared<const Program>(std::move(m_program));
}

void BlockCompiler::fail(Position at, const QString &text)
{
    if (!m_error)
        m_error = Diagnostic{ at, text };
}

qint32 BlockCompiler::emit(Kind kind, Position at)
{
    if (m_program.steps.size() == mostSteps || m_program.operations.size() > mostOperations)
        fail(
            at, FormatText::tr("the format is too large: at most %1 steps, structs included each time").arg(mostSteps));
    Step one;
    one.kind = kind;
    m_program.steps.push_back(one);
    return next() - 1;
}

Expression BlockCompiler::expression(const ExpressionSyntax &syntax, qint32 words)
{
    const auto compiled = m_expressions.compile(syntax, words);
    if (!compiled)
        fail(compiled.error().at, compiled.error().text);
    return compiled.value_or(Expression());
}

void BlockCompiler::measure(qint32 index, const ExpressionSyntax &syntax)
{
    const Expression size = expression(syntax);
    if (m_error)
        return;
    step(index).expression = size;
    const auto linear = m_expressions.linear(syntax);
    if (linear && linear->slot >= 0 && linear->factor != 0) {
        step(index).measures = linear->slot;
        step(index).factor = linear->factor;
        step(index).term = linear->term;
    }
    const Operation &first = m_program.operations[static_cast<size_t>(size.first)];
    if (size.count == 1 && first.code == Operation::Code::Constant && first.value < 0)
        fail(syntax.at, FormatText::tr("a size cannot be negative"));
}

void BlockCompiler::setName(qint32 index, const QByteArray &name)
{
    const auto found = std::ranges::find(m_program.names, name);
    step(index).name = static_cast<qint32>(found - m_program.names.begin());
    if (found == m_program.names.end())
        m_program.names.push_back(name);
}

void BlockCompiler::addBody(const std::vector<StatementSyntax> &body)
{
    for (const StatementSyntax &one : body) {
        if (m_error)
            return;
        addStatement(one);
    }
}

void BlockCompiler::addStatement(const StatementSyntax &one)
{
    switch (one.kind) {
    case StatementSyntax::Kind::Field:
        addField(one);
        break;
    case StatementSyntax::Kind::Magic:
        step(emit(Kind::Magic, one.at)).bytes = static_cast<qint32>(m_program.literals.size());
        m_program.literals.push_back(one.bytes);
        break;
    case StatementSyntax::Kind::Switch:
        addSwitch(one);
        break;
    case StatementSyntax::Kind::Within: {
        const qint32 window = emit(Kind::OpenWindow, one.at);
        measure(window, *one.expression);
        ++m_windows;
        addBody(one.cases.front().body);
        --m_windows;
        (void)emit(Kind::CloseWindow, one.at);
        break;
    }
    case StatementSyntax::Kind::Check: {
        const Expression condition = expression(*one.expression);
        step(emit(Kind::Check, one.at)).expression = condition;
        break;
    }
    }
}

void BlockCompiler::addSwitch(const StatementSyntax &one)
{
    const int number = ++m_switches;
    qint32 words = -1;
    if (one.expression && one.expression->code == Operation::Code::Slot) {
        if (const Symbol *symbol = m_scopes.find(one.expression->name))
            words = symbol->enumeration;
    }
    std::vector<qint32> ends;
    for (size_t branch = 0; branch < one.cases.size(); ++branch) {
        const CaseSyntax &here = one.cases[branch];
        qint32 jump = -1;
        if (!here.values.empty()) {
            const Expression condition =
                one.expression ? caseExpression(one, here, words) : expression(here.values.front());
            jump = emit(Kind::JumpUnless, one.at);
            step(jump).expression = condition;
        }
        m_scopes.enterBranch(number, static_cast<int>(branch));
        addBody(here.body);
        m_scopes.leaveBranch();
        if (m_error)
            return;
        if (branch + 1 < one.cases.size())
            ends.push_back(emit(Kind::Jump, one.at));
        if (jump >= 0)
            step(jump).target = next();
    }
    for (const qint32 end : ends)
        step(end).target = next();
}

Expression BlockCompiler::caseExpression(const StatementSyntax &one, const CaseSyntax &here, qint32 words)
{
    const auto compiled = m_expressions.compileCase(*one.expression, here.values, words);
    if (!compiled)
        fail(compiled.error().at, compiled.error().text);
    return compiled.value_or(Expression());
}

bool BlockCompiler::isConstant(const Expression &expression) const
{
    return expression.count == 1
        && m_program.operations[static_cast<size_t>(expression.first)].code == Operation::Code::Constant;
}

void BlockCompiler::finish()
{
    std::vector<bool> measured(static_cast<size_t>(m_program.slotCount));
    for (const Step &one : m_program.steps) {
        if (one.measures >= 0)
            measured[static_cast<size_t>(one.measures)] = true;
    }
    for (Step &one : m_program.steps) {
        if (one.kind == Kind::Number && one.slot >= 0 && measured[static_cast<size_t>(one.slot)])
            one.isDerived = !one.isFixed && one.bits < 0 && one.enumeration < 0;
    }
    qint64 after = 0;
    for (auto one = m_program.steps.rbegin(); one != m_program.steps.rend() && after >= 0; ++one) {
        one->sizeAfter = after;
        const qint64 size = sizeOf(*one);
        after = size < 0 || __builtin_add_overflow(after, size, &after) ? -1 : after;
    }
    m_program.isPayloadWhole = m_isFrame && m_program.steps.front().kind == Kind::BeginPayload
        && m_program.steps.back().kind == Kind::EndPayload
        && m_program.steps[m_program.steps.size() - 2].kind != Kind::BytesUntil;
}

qint64 BlockCompiler::sizeOf(const Step &one) const
{
    switch (one.kind) {
    case Kind::Number:
        return one.number.isVarint() ? -1 : one.number.width;
    case Kind::Magic:
        return m_program.literals[static_cast<size_t>(one.bytes)].size();
    case Kind::Bytes:
        return isConstant(one.expression) ? m_program.operations[static_cast<size_t>(one.expression.first)].value : -1;
    case Kind::Open:
    case Kind::Close:
    case Kind::CloseWindow:
    case Kind::Check:
    case Kind::BeginPayload:
    case Kind::EndPayload:
        return 0;
    default:
        return -1;
    }
}

tl::expected<ProgramPtr, Diagnostic> compileBlock(const FormatSyntax &format, const BlockSyntax &block, Use use)
{
    return BlockCompiler(format, block, use).run(block);
}

} // namespace pipeglass::formats
