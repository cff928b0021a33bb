// SPDX-License-Identifier: MIT
#pragma once

#include "capture/event.h"

#include <QByteArray>
#include <QRegularExpression>

#include <memory>
#include <variant>
#include <vector>

namespace pipeglass::filter {

enum class Field {
    From,
    Direction,
    Length,
    Connection,
    Time,
    Latency,
    Malformed,
    Event,
    Text,
    Payload,
    Number,
    Marked,
    Note
};
enum class Operator { Equal, NotEqual, Less, LessOrEqual, Greater, GreaterOrEqual, Contains, Matches };
enum class Direction { In, Out };

/// FIELD OPERATOR VALUE. The value's type goes with the field: qint64 for numbers, times (nanoseconds since 1970 UTC)
/// and latencies (nanoseconds); bytes for text (UTF-8) and payload.
struct Comparison {
    Field field = Field::Length;
    Operator op = Operator::Equal;
    std::variant<qint64, bool, Side, Direction, capture::EventKind, QByteArray, QRegularExpression> value;
};

struct Expression;
using ExpressionPtr = std::shared_ptr<const Expression>;

struct Not {
    ExpressionPtr operand;
};
struct AllOf {
    std::vector<ExpressionPtr> operands;
};
struct AnyOf {
    std::vector<ExpressionPtr> operands;
};

/// A parsed filter. Immutable.
struct Expression {
    std::variant<Comparison, Not, AllOf, AnyOf> node;
};

} // namespace pipeglass::filter
