// SPDX-License-Identifier: MIT
#include "formats/formattext.h"
#include "formats/language/blockcompiler.h"
#include "formats/language/tokenreader.h"

#include <algorithm>
#include <utility>

namespace pipeglass::formats {

void BlockCompiler::addField(const StatementSyntax &one)
{
    Symbol *symbol = m_scopes.add(one.name);
    if (symbol == nullptr) {
        fail(one.at, FormatText::tr("there is a field \"%1\" already").arg(QString::fromUtf8(one.name)));
        return;
    }
    const bool isPayload = m_isFrame && one.name == "payload";
    if (isPayload && (m_lists > 0 || m_scopes.isInBranch() || std::exchange(m_hasPayload, true)))
        fail(one.at, FormatText::tr("the payload is one field, outside of lists, \"if\" and \"switch\""));
    if (isPayload)
        (void)emit(Kind::BeginPayload, one.at);
    const bool isList = one.extent.kind != ExtentSyntax::Kind::None && one.type.kind != TypeSyntax::Kind::Content;
    if (isList)
        addList(one, *symbol);
    else
        addValue(one, *symbol, false);
    if (isPayload)
        (void)emit(Kind::EndPayload, one.at);
}

void BlockCompiler::addList(const StatementSyntax &one, Symbol &symbol)
{
    if (one.value.kind != ValueSyntax::Kind::None || !one.extent.terminators.all.empty())
        fail(one.at, FormatText::tr("a list has no value, and no bytes that end it"));
    checkEnd(one.extent);
    const qint32 open = emit(Kind::Open, one.at);
    if (symbol.range < 0)
        symbol.range = m_program.rangeCount++;
    step(open).range = symbol.range;
    step(open).isList = true;
    setName(open, one.name);
    const bool isSized = one.extent.kind == ExtentSyntax::Kind::Size;
    if (isSized)
        measure(emit(Kind::OpenWindow, one.at), one.extent.expression);
    m_windows += isSized ? 1 : 0;
    const qint32 begin = emit(Kind::BeginRepeat, one.at);
    if (one.extent.kind == ExtentSyntax::Kind::Count)
        measure(begin, one.extent.expression);
    ++m_lists;
    Symbol element;
    element.slot = symbol.slot;
    addValue(one, element, true);
    --m_lists;
    symbol.members = element.members;
    symbol.slot = element.slot; // the last element
    addNext(one, element, begin);
    m_windows -= isSized ? 1 : 0;
    if (isSized)
        (void)emit(Kind::CloseWindow, one.at);
    const qint32 close = emit(Kind::Close, one.at);
    step(close).range = symbol.range;
    step(close).isList = true;
}

void BlockCompiler::addNext(const StatementSyntax &one, const Symbol &element, qint32 begin)
{
    Expression condition;
    if (one.extent.kind == ExtentSyntax::Kind::Until) {
        // The fields of an element are known in the condition; an element without fields has the list's name.
        if (element.members != nullptr)
            m_scopes.reopen(element.members);
        condition = expression(one.extent.expression);
        if (element.members != nullptr)
            m_scopes.close();
    }
    if (m_error)
        return;
    const qint32 last = emit(Kind::NextElement, one.at);
    step(last).expression = condition;
    step(last).target = begin + 1;
    step(begin).target = last + 1;
}

void BlockCompiler::checkEnd(const ExtentSyntax &extent)
{
    if (extent.kind == ExtentSyntax::Kind::End && m_isFrame && m_windows == 0)
        fail(extent.at, FormatText::tr("[end] is possible in a frame only within a size: a stream has no end"));
}

void BlockCompiler::addValue(const StatementSyntax &one, Symbol &symbol, bool isElement)
{
    if (one.type.kind == TypeSyntax::Kind::Inline)
        addStruct(one, symbol, one.type.body, isElement);
    else if (one.type.kind == TypeSyntax::Kind::Content)
        addContent(one, symbol);
    else if (one.type.kind == TypeSyntax::Kind::Number)
        addNumber(one, symbol, one.type.number, isElement);
    else
        addNamed(one, symbol, isElement);
}

void BlockCompiler::addNamed(const StatementSyntax &one, Symbol &symbol, bool isElement)
{
    const auto indexOf = [&](const auto &list) {
        const auto found = std::ranges::find_if(list, [&](const auto &item) { return item.name == one.type.name; });
        return found == list.end() ? -1 : static_cast<qint32>(found - list.begin());
    };
    const qint32 enumeration = indexOf(m_format.enumerations);
    const qint32 bits = indexOf(m_format.bits);
    const qint32 structure = indexOf(m_format.structs);
    if (enumeration >= 0) {
        symbol.enumeration = enumeration;
        addNumber(one, symbol, m_format.enumerations[static_cast<size_t>(enumeration)].type, isElement);
    } else if (bits >= 0) {
        addBits(one, symbol, bits, isElement);
    } else if (structure < 0) {
        fail(one.type.at, FormatText::tr("there is no type \"%1\"").arg(QString::fromUtf8(one.type.name)));
    } else if (std::ranges::find(m_open, structure) != m_open.end()) {
        fail(one.type.at, FormatText::tr("\"%1\" contains itself").arg(QString::fromUtf8(one.type.name)));
    } else {
        m_open.push_back(structure);
        addStruct(one, symbol, m_format.structs[static_cast<size_t>(structure)].body, isElement);
        m_open.pop_back();
    }
}

void BlockCompiler::addStruct(
    const StatementSyntax &one, Symbol &symbol, const std::vector<StatementSyntax> &body, bool isElement)
{
    if (one.value.kind != ValueSyntax::Kind::None)
        fail(one.value.at, FormatText::tr("a struct has no value"));
    const qint32 open = emit(Kind::Open, one.at);
    if (symbol.range < 0)
        symbol.range = m_program.rangeCount++;
    const qint32 range = symbol.range;
    step(open).range = range;
    step(open).isElement = isElement;
    setName(open, one.name);
    m_scopes.open(symbol);
    addBody(body);
    m_scopes.close();
    step(emit(Kind::Close, one.at)).range = range;
}

void BlockCompiler::addContent(const StatementSyntax &one, Symbol &symbol)
{
    checkEnd(one.extent);
    const bool isUntil = one.extent.kind == ExtentSyntax::Kind::Until;
    const bool isGuid = one.type.content == Content::Guid;
    if (one.value.kind != ValueSyntax::Kind::None)
        fail(one.value.at, FormatText::tr("only numbers have values; \"magic\" is for constant bytes"));
    if (isGuid != (one.extent.kind == ExtentSyntax::Kind::None))
        fail(
            one.type.at,
            isGuid ? FormatText::tr("a guid has no size")
                   : FormatText::tr("expected a size, such as [16], [length], [until \"\\n\"] or [end]"));
    if (isUntil && one.extent.terminators.all.empty())
        fail(one.extent.at, FormatText::tr("expected bytes after \"until\", such as \"\\n\" or x\"00\""));
    if (m_error)
        return;
    const qint32 index = emit(isUntil ? Kind::BytesUntil : Kind::Bytes, one.at);
    if (symbol.range < 0)
        symbol.range = m_program.rangeCount++;
    step(index).range = symbol.range;
    step(index).content = one.type.content;
    setName(index, one.name);
    if (isUntil) {
        step(index).bytes = static_cast<qint32>(m_program.terminators.size());
        m_program.terminators.push_back(one.extent.terminators);
    } else if (one.extent.kind != ExtentSyntax::Kind::End) {
        ExpressionSyntax size = one.extent.expression;
        if (isGuid)
            size.value = 16;
        measure(index, size);
        step(index).isPadded = isConstant(step(index).expression) && one.type.content != Content::Bytes && !isGuid;
    }
}

void BlockCompiler::addNumber(const StatementSyntax &one, Symbol &symbol, NumberType type, bool isElement)
{
    const Expression value = one.value.kind != ValueSyntax::Kind::None && one.value.checksum == Checksum::None
        ? expression(one.value.expression, symbol.enumeration)
        : Expression();
    const qint32 index = emit(Kind::Number, one.at);
    if (m_error)
        return;
    step(index).number = type;
    step(index).isElement = isElement;
    step(index).enumeration = symbol.enumeration;
    step(index).expression = value;
    step(index).isFixed = one.value.kind == ValueSyntax::Kind::Fixed;
    step(index).hasDefault = one.value.kind == ValueSyntax::Kind::Default;
    setName(index, one.name);
    if (one.value.checksum != Checksum::None)
        setChecksum(index, one);
    if (type.isInteger() || type.kind == NumberType::Kind::Boolean) {
        if (symbol.slot < 0)
            symbol.slot = m_program.slotCount++;
        symbol.isMeasurable = type.isInteger() && !step(index).isFixed && symbol.enumeration < 0;
        step(index).slot = symbol.slot;
    } else if (!value.isEmpty()) {
        fail(one.value.at, FormatText::tr("only integers have values"));
    }
}

void BlockCompiler::setChecksum(qint32 index, const StatementSyntax &one)
{
    const Symbol *covered = m_scopes.find(one.value.covered);
    if (covered == nullptr || covered->range < 0)
        fail(
            one.value.at,
            FormatText::tr("there are no bytes and no struct \"%1\" before this")
                .arg(QString::fromUtf8(one.value.covered)));
    if (!step(index).number.isInteger() || step(index).number.isVarint())
        fail(one.type.at, FormatText::tr("a checksum is an integer of fixed size"));
    step(index).checksum = one.value.checksum;
    step(index).range = covered == nullptr ? -1 : covered->range;
}

void BlockCompiler::addBits(const StatementSyntax &one, Symbol &symbol, qint32 bits, bool isElement)
{
    const BitFields &fields = m_format.bits[static_cast<size_t>(bits)];
    if (symbol.slot >= 0 && symbol.bits != bits)
        fail(one.at, FormatText::tr("the field of that name in another branch has another type"));
    symbol.bits = bits;
    const bool isNew = symbol.slot < 0;
    addNumber(one, symbol, fields.type, isElement);
    if (m_error)
        return;
    symbol.isMeasurable = false;
    step(next() - 1).bits = bits;
    // The parts are in the slots after the number's own.
    if (isNew)
        m_program.slotCount += static_cast<qint32>(fields.parts.size());
    m_scopes.open(symbol);
    for (size_t part = 0; part < fields.parts.size(); ++part)
        m_scopes.add(fields.parts[part].name)->slot = symbol.slot + 1 + static_cast<qint32>(part);
    m_scopes.close();
}

} // namespace pipeglass::formats
