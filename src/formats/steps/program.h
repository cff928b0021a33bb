// SPDX-License-Identifier: MIT
#pragma once

#include <QByteArray>

#include <memory>
#include <vector>

namespace pipeglass::formats {

/// How the bytes of a number are read.
struct NumberType {
    enum class Kind : quint8 { Unsigned, Signed, Float, Boolean, Varint, Zigzag };
    Kind kind = Kind::Unsigned;
    quint8 width = 1; ///< bytes; of a varint the largest number of bytes
    bool isBig = false; ///< byte order

    [[nodiscard]] bool isVarint() const { return kind == Kind::Varint || kind == Kind::Zigzag; }
    [[nodiscard]] bool isInteger() const { return kind != Kind::Float && kind != Kind::Boolean; }
};

/// What bytes are shown as.
enum class Content : quint8 { Bytes, Utf8, Latin1, Utf16Little, Utf16Big, Guid };

enum class Checksum : quint8 { None, Crc32, Crc32c, Crc16Ccitt, Crc16Modbus, Adler32, Sum8, Xor8 };

/// One operation of an arithmetic expression, in postfix order.
struct Operation {
    enum class Code : quint8 {
        Constant,
        Slot, ///< the number that was read last into this slot
        Negate,
        Not,
        Invert,
        Multiply,
        Divide,
        Remainder,
        Add,
        Subtract,
        ShiftLeft,
        ShiftRight,
        Less,
        LessOrEqual,
        Greater,
        GreaterOrEqual,
        Equal,
        Unequal,
        And,
        Xor,
        Or,
        Both, ///< &&
        Either, ///< ||
    };
    Code code = Code::Constant;
    qint64 value = 0;
};

/// Operations [first, first + count) of a program.
struct Expression {
    qint32 first = 0;
    qint32 count = 0;

    [[nodiscard]] bool isEmpty() const { return count == 0; }
};

struct NamedValue {
    QByteArray name;
    quint64 value = 0;
};
/// Words for numbers.
struct Enumeration {
    QByteArray name;
    NumberType type;
    std::vector<NamedValue> words;
};
/// Parts of one number, the least significant first; `value` is the number of bits.
struct BitFields {
    QByteArray name;
    NumberType type;
    std::vector<NamedValue> parts;
};

/// Where bytes of unknown size end: at the first of `all`, or at the end.
struct Terminators {
    std::vector<QByteArray> all; ///< the first one is written
    bool orEnd = false;
};

/// One step of a format. Reading performs the steps in order; so do writing and every other use.
struct Step {
    enum class Kind : quint8 {
        Number,
        Magic, ///< these bytes
        Bytes, ///< `expression` bytes; without one, to the end
        BytesUntil, ///< up to a terminator
        Open, ///< a structure or a list
        Close,
        OpenWindow, ///< what follows has `expression` bytes
        CloseWindow, ///< all bytes of the window must have been read
        BeginRepeat, ///< `expression` times; without one, to the end, or until the condition of NextElement
        NextElement, ///< once more from `target` on, unless `expression`
        JumpUnless, ///< to `target` unless `expression`
        Jump,
        Check, ///< `expression` must not be 0
        BeginPayload,
        EndPayload,
    };
    Kind kind = Kind::Number;
    NumberType number;
    Content content = Content::Bytes;
    bool isElement = false; ///< of a list: its name is its index
    bool isList = false; ///< Open: of elements
    bool isFixed = false; ///< Number: `expression` or `checksum` is the only valid value
    bool isDerived = false; ///< Number: follows from what it measures, so it is computed when writing
    bool isPadded = false; ///< Bytes: zeros at the end are not shown
    bool hasDefault = false; ///< Number: `expression` is written if no value is given
    Checksum checksum = Checksum::None; ///< Number: of the bytes in `range`
    Expression expression;
    qint32 target = 0; ///< index of a step
    qint32 slot = -1; ///< Number: where it is kept; parts of bits are in the following slots
    qint32 range = -1; ///< Bytes, Open and Close: where its place is kept
    qint32 name = -1; ///< in Program::names
    qint32 bytes = -1; ///< Magic: in Program::literals; BytesUntil: in Program::terminators
    qint32 enumeration = -1;
    qint32 bits = -1;
    /// Bytes, OpenWindow, BeginRepeat: `expression` is factor * slot + term, so the slot is computed when writing.
    qint32 measures = -1;
    qint64 factor = 1;
    qint64 term = 0;
    qint64 sizeAfter = -1; ///< of all following steps, if it is fixed
};

/// What a frame or a message consists of, compiled. Immutable.
struct Program {
    std::vector<Step> steps;
    std::vector<Operation> operations;
    std::vector<QByteArray> names;
    std::vector<QByteArray> literals;
    std::vector<Terminators> terminators;
    std::vector<Enumeration> enumerations;
    std::vector<BitFields> bits;
    qint32 slotCount = 0;
    qint32 rangeCount = 0;
    bool resyncs = false; ///< after invalid bytes, the next frame begins at its first literal
    bool isPayloadWhole = false; ///< the payload is the whole frame
};

using ProgramPtr = std::shared_ptr<const Program>;

} // namespace pipeglass::formats
