// SPDX-License-Identifier: MIT
#include "formats/export/luaexpression.h"

namespace pipeglass::formats {

namespace {

using Code = Operation::Code;

/// `%1` and `%2` are the operands. Conditions are 0 or 1; bits are those of 32-bit numbers.
const char *patternOf(Code code)
{
    switch (code) {
    case Code::Negate:
        return "(-%1)";
    case Code::Not:
        return "truth(%1 == 0)";
    case Code::Invert:
        return "(-1 - %1)";
    case Code::Multiply:
        return "(%1 * %2)";
    case Code::Divide:
        return "quotient(%1, %2)";
    case Code::Remainder:
        return "math.fmod(%1, %2)";
    case Code::Add:
        return "(%1 + %2)";
    case Code::Subtract:
        return "(%1 - %2)";
    case Code::ShiftLeft:
        return "(%1 * 2 ^ %2)";
    case Code::ShiftRight:
        return "math.floor(%1 / 2 ^ %2)";
    case Code::Less:
        return "truth(%1 < %2)";
    case Code::LessOrEqual:
        return "truth(%1 <= %2)";
    case Code::Greater:
        return "truth(%1 > %2)";
    case Code::GreaterOrEqual:
        return "truth(%1 >= %2)";
    case Code::Equal:
        return "truth(%1 == %2)";
    case Code::Unequal:
        return "truth(%1 ~= %2)";
    case Code::And:
        return "unsigned(bit.band(%1, %2))";
    case Code::Xor:
        return "unsigned(bit.bxor(%1, %2))";
    case Code::Or:
        return "unsigned(bit.bor(%1, %2))";
    case Code::Both:
        return "truth(%1 ~= 0 and %2 ~= 0)";
    default:
        return "truth(%1 ~= 0 or %2 ~= 0)";
    }
}

} // namespace

QByteArray luaString(const QByteArray &bytes)
{
    QByteArray text = "\"";
    for (const char byte : bytes) {
        const bool isPlain = byte >= ' ' && byte <= '~' && byte != '"' && byte != '\\';
        text +=
            isPlain ? QByteArray(1, byte) : '\\' + QByteArray::number(static_cast<quint8>(byte)).rightJustified(3, '0');
    }
    return text + '"';
}

QByteArray luaExpression(const Program &program, const Expression &expression)
{
    std::vector<QByteArray> waiting;
    for (qint32 index = 0; index < expression.count; ++index) {
        const Operation &one = program.operations[static_cast<size_t>(expression.first + index)];
        if (one.code == Code::Constant) {
            waiting.push_back(QByteArray::number(one.value));
            continue;
        }
        if (one.code == Code::Slot) {
            waiting.push_back("v[" + QByteArray::number(one.value + 1) + ']');
            continue;
        }
        QByteArray text = patternOf(one.code);
        if (one.code > Code::Invert) {
            text.replace("%2", waiting.back());
            waiting.pop_back();
        }
        text.replace("%1", waiting.back());
        waiting.back() = text;
    }
    return waiting.empty() ? QByteArray("0") : waiting.back();
}

QByteArray luaHelpers()
{
    return "local function truth(condition) return condition and 1 or 0 end\n"
           "local function unsigned(value) return value % 4294967296 end\n"
           "local function quotient(a, b)\n"
           "    local result = a / b\n"
           "    return result < 0 and math.ceil(result) or math.floor(result)\n"
           "end\n";
}

} // namespace pipeglass::formats
