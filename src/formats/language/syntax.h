// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "formats/language/token.h"
#include "formats/steps/program.h"
#include "framing/matchrule.h"

namespace pipeglass::formats {

// The text of a format as parsed, before names are resolved.

struct ExpressionSyntax {
    Operation::Code code = Operation::Code::Constant;
    qint64 value = 0;
    QByteArray name; ///< Slot: of a field, "a" or "a.b", or of a word of an enum
    Position at;
    std::vector<ExpressionSyntax> operands;
};

struct StatementSyntax;

struct TypeSyntax {
    enum class Kind : quint8 { Number, Content, Named, Inline };
    Kind kind = Kind::Number;
    NumberType number;
    Content content = Content::Bytes;
    QByteArray name; ///< Named: of an enum, bits or struct
    std::vector<StatementSyntax> body; ///< Inline
    Position at;
};

/// What is in brackets after a type.
struct ExtentSyntax {
    enum class Kind : quint8 { None, Count, Size, Until, End };
    Kind kind = Kind::None;
    ExpressionSyntax expression; ///< Count and Size; Until: the condition after an element
    Terminators terminators; ///< Until, of bytes and text
    Position at;
};

struct ValueSyntax {
    enum class Kind : quint8 { None, Fixed, Default };
    Kind kind = Kind::None;
    ExpressionSyntax expression;
    Checksum checksum = Checksum::None;
    QByteArray covered; ///< the field that the checksum is of
    Position at;
};

struct CaseSyntax {
    std::vector<ExpressionSyntax> values; ///< empty: else
    std::vector<StatementSyntax> body;
};

struct StatementSyntax {
    enum class Kind : quint8 { Field, Magic, Switch, Within, Check };
    Kind kind = Kind::Field;
    Position at;
    QByteArray name;
    TypeSyntax type;
    ExtentSyntax extent;
    ValueSyntax value;
    QByteArray bytes; ///< Magic
    /// Switch, Within, Check. An "if" is a Switch without one, whose cases are conditions.
    std::optional<ExpressionSyntax> expression;
    std::vector<CaseSyntax> cases; ///< Switch; Within: one
};

struct StructSyntax {
    QByteArray name;
    std::vector<StatementSyntax> body;
    Position at;
};

struct BlockSyntax {
    std::vector<StatementSyntax> body;
    bool resyncs = false;
    Position at;
};

struct FormatSyntax {
    QByteArray name;
    QString title;
    QString description;
    std::vector<Enumeration> enumerations;
    std::vector<BitFields> bits;
    std::vector<StructSyntax> structs;
    PerSide<std::optional<BlockSyntax>> frame;
    PerSide<std::optional<BlockSyntax>> message;
    framing::MatchRule match;
};

} // namespace pipeglass::formats
