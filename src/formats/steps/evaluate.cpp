// SPDX-License-Identifier: MIT
#include "formats/steps/evaluate.h"

#include <array>
#include <limits>

namespace pipeglass::formats {

namespace {

using Code = Operation::Code;

std::optional<qint64> shifted(qint64 value, qint64 by, bool left)
{
    constexpr qint64 most = 62;
    if (by < 0 || by > most)
        return std::nullopt;
    if (!left)
        return value >> by;
    const qint64 result = static_cast<qint64>(static_cast<quint64>(value) << static_cast<quint64>(by));
    return (result >> by) == value ? std::optional(result) : std::nullopt;
}

std::optional<qint64> calculated(Code code, qint64 a, qint64 b)
{
    qint64 result = 0;
    switch (code) {
    case Code::Multiply:
        return __builtin_mul_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Code::Add:
        return __builtin_add_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Code::Subtract:
        return __builtin_sub_overflow(a, b, &result) ? std::nullopt : std::optional(result);
    case Code::Divide:
    case Code::Remainder:
        if (b == 0 || (a == std::numeric_limits<qint64>::min() && b == -1))
            return std::nullopt;
        return code == Code::Divide ? a / b : a % b;
    case Code::ShiftLeft:
    case Code::ShiftRight:
        return shifted(a, b, code == Code::ShiftLeft);
    default:
        return std::nullopt;
    }
}

qint64 compared(Code code, qint64 a, qint64 b)
{
    switch (code) {
    case Code::Less:
        return a < b ? 1 : 0;
    case Code::LessOrEqual:
        return a <= b ? 1 : 0;
    case Code::Greater:
        return a > b ? 1 : 0;
    case Code::GreaterOrEqual:
        return a >= b ? 1 : 0;
    case Code::Equal:
        return a == b ? 1 : 0;
    case Code::Unequal:
        return a != b ? 1 : 0;
    case Code::And:
        return a & b;
    case Code::Xor:
        return a ^ b;
    case Code::Or:
        return a | b;
    case Code::Both:
        return a != 0 && b != 0 ? 1 : 0;
    default:
        return a != 0 || b != 0 ? 1 : 0;
    }
}

std::optional<qint64> single(Code code, qint64 a)
{
    if (code == Code::Not)
        return a == 0 ? 1 : 0;
    if (code == Code::Invert)
        return ~a;
    return a == std::numeric_limits<qint64>::min() ? std::nullopt : std::optional(-a);
}

} // namespace

std::optional<qint64> evaluate(const Operation *first, qint32 count, const std::vector<qint64> &slotValues)
{
    std::array<qint64, deepestExpression> waiting{};
    size_t size = 0;
    for (const Operation *one = first; one != first + count; ++one) {
        if (one->code == Code::Constant) {
            waiting.at(size++) = one->value;
        } else if (one->code == Code::Slot) {
            waiting.at(size++) = slotValues[static_cast<size_t>(one->value)];
        } else if (one->code <= Code::Invert) {
            const auto result = single(one->code, waiting.at(size - 1));
            if (!result)
                return std::nullopt;
            waiting.at(size - 1) = *result;
        } else {
            const qint64 right = waiting.at(--size);
            const qint64 left = waiting.at(size - 1);
            const auto result = one->code >= Code::Less ? std::optional(compared(one->code, left, right))
                                                        : calculated(one->code, left, right);
            if (!result)
                return std::nullopt;
            waiting.at(size - 1) = *result;
        }
    }
    return waiting.at(0);
}

} // namespace pipeglass::formats
