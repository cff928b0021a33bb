// SPDX-License-Identifier: MIT
#pragma once

#include "formats/language/compiler.h"
#include "formats/language/expressioncompiler.h"

namespace pipeglass::formats {

/// Compiles one frame or message.
class BlockCompiler {
public:
    BlockCompiler(const FormatSyntax &format, const BlockSyntax &block, Use use);

    tl::expected<ProgramPtr, Diagnostic> run(const BlockSyntax &block);

private:
    using Kind = Step::Kind;
    void fail(Position at, const QString &text);

    [[nodiscard]] qint32 next() const { return static_cast<qint32>(m_program.steps.size()); }
    Step &step(qint32 index) { return m_program.steps[static_cast<size_t>(index)]; }

    qint32 emit(Kind kind, Position at);
    Expression expression(const ExpressionSyntax &syntax, qint32 words = -1);

    /// Sets the expression of a step that measures bytes or elements.
    void measure(qint32 index, const ExpressionSyntax &syntax);
    void setName(qint32 index, const QByteArray &name);
    void addBody(const std::vector<StatementSyntax> &body);
    void addStatement(const StatementSyntax &one);
    void addSwitch(const StatementSyntax &one);
    Expression caseExpression(const StatementSyntax &one, const CaseSyntax &here, qint32 words);
    void addField(const StatementSyntax &one);
    void addList(const StatementSyntax &one, Symbol &symbol);

    /// The end of a list's body.
    void addNext(const StatementSyntax &one, const Symbol &element, qint32 begin);

    /// Bytes to the end are possible only where there is one.
    void checkEnd(const ExtentSyntax &extent);
    void addValue(const StatementSyntax &one, Symbol &symbol, bool isElement);
    void addNamed(const StatementSyntax &one, Symbol &symbol, bool isElement);
    void
    addStruct(const StatementSyntax &one, Symbol &symbol, const std::vector<StatementSyntax> &body, bool isElement);
    void addContent(const StatementSyntax &one, Symbol &symbol);

    [[nodiscard]] bool isConstant(const Expression &expression) const;
    void addNumber(const StatementSyntax &one, Symbol &symbol, NumberType type, bool isElement);
    void setChecksum(qint32 index, const StatementSyntax &one);
    void addBits(const StatementSyntax &one, Symbol &symbol, qint32 bits, bool isElement);

    /// What follows from the steps.
    void finish();

    /// -1: not known.
    [[nodiscard]] qint64 sizeOf(const Step &one) const;

    const FormatSyntax &m_format;
    const bool m_isFrame;
    Program m_program;
    Scopes m_scopes;
    ExpressionCompiler m_expressions;
    std::optional<Diagnostic> m_error;
    std::vector<qint32> m_open; ///< structs that are being expanded
    int m_switches = 0;
    int m_windows = 0;
    int m_lists = 0;
    bool m_hasPayload = false;
};

} // namespace pipeglass::formats
