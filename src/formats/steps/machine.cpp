// SPDX-License-Identifier: MIT
#include "formats/steps/machine.h"

#include "formats/steps/checksum.h"
#include "formats/steps/evaluate.h"
#include "formats/steps/terminatorsearch.h"

#include <QtEndian>

#include <algorithm>
#include <limits>

namespace pipeglass::formats {

namespace {

constexpr qsizetype unlimited = std::numeric_limits<qsizetype>::max() / 4;

} // namespace

quint64 loadNumber(const char *from, const NumberType &type)
{
    const auto byte = [&](int index) { return quint64{ static_cast<quint8>(from[index]) }; };
    switch (type.width) {
    case 1:
        return byte(0);
    case 2:
        return type.isBig ? qFromBigEndian<quint16>(from) : qFromLittleEndian<quint16>(from);
    case 3:
        return type.isBig ? byte(0) << 16U | byte(1) << 8U | byte(2) : byte(2) << 16U | byte(1) << 8U | byte(0);
    case 4:
        return type.isBig ? qFromBigEndian<quint32>(from) : qFromLittleEndian<quint32>(from);
    default:
        return type.isBig ? qFromBigEndian<quint64>(from) : qFromLittleEndian<quint64>(from);
    }
}

qint64 signExtended(quint64 bits, int width)
{
    const auto unused = static_cast<unsigned>(64 - 8 * width);
    return static_cast<qint64>(bits << unused) >> unused;
}

Machine::Machine(const Program &program, ValueSink *sink)
    : m_program(program)
    , m_sink(sink)
    , m_limits{ unlimited, unlimited, unlimited }
    , m_values(static_cast<size_t>(program.slotCount))
    , m_ranges(static_cast<size_t>(program.rangeCount))
{
}

void Machine::reset()
{
    m_at = 0;
    m_step = 0;
    m_needed = 0;
    m_needsAreWhole = false;
    m_isCorrupt = false;
    m_problem = FrameProblem::None;
    m_payloadBegin = -1;
    m_payloadEnd = -1;
    m_searched = 0;
    m_elements = 0;
    std::fill(m_values.begin(), m_values.end(), 0);
    std::fill(m_ranges.begin(), m_ranges.end(), Range());
    m_windows.clear();
    m_repeats.clear();
}

Machine::State Machine::run(QByteArrayView bytes, bool isAll)
{
    m_bytes = bytes;
    m_lastEnd = isAll ? bytes.size() : -1;
    while (m_step < m_program.steps.size()) {
        const State state = perform(m_program.steps[m_step]);
        if (state != State::Ready)
            return state;
    }
    return State::Done;
}

Machine::State Machine::perform(const Step &step)
{
    switch (step.kind) {
    case Step::Kind::Number:
        return step.number.isVarint() ? readVarint(step) : readNumber(step);
    case Step::Kind::Magic:
        return readMagic(step);
    case Step::Kind::Bytes:
        return readBytes(step);
    case Step::Kind::BytesUntil:
        return readUntil(step);
    case Step::Kind::OpenWindow:
        return openWindow(step);
    case Step::Kind::BeginRepeat:
        return beginRepeat(step);
    case Step::Kind::NextElement:
        return nextElement(step);
    case Step::Kind::Open:
        m_ranges[static_cast<size_t>(step.range)].from = m_at;
        if (m_sink != nullptr)
            m_sink->open(step, placeOf(step, 0));
        break;
    case Step::Kind::Close:
        m_ranges[static_cast<size_t>(step.range)].to = m_at;
        if (m_sink != nullptr)
            m_sink->close(step, m_at);
        break;
    case Step::Kind::CloseWindow:
        if (m_at != m_windows.back())
            return fail(FrameProblem::InvalidLength);
        m_windows.pop_back();
        break;
    case Step::Kind::JumpUnless:
    case Step::Kind::Check: {
        const auto condition = value(step.expression);
        if (!condition || (*condition == 0 && step.kind == Step::Kind::Check))
            return fail(FrameProblem::InvalidSyntax);
        if (*condition == 0) {
            m_step = static_cast<size_t>(step.target);
            return State::Ready;
        }
        break;
    }
    case Step::Kind::Jump:
        m_step = static_cast<size_t>(step.target);
        return State::Ready;
    case Step::Kind::BeginPayload:
        m_payloadBegin = m_at;
        break;
    case Step::Kind::EndPayload:
        m_payloadEnd = m_at;
        break;
    }
    ++m_step;
    return State::Ready;
}

Machine::State Machine::fail(FrameProblem problem)
{
    m_problem = problem;
    return State::Failed;
}

Machine::State Machine::needMore(qsizetype needed, qint64 sizeAfter)
{
    m_needed = needed;
    m_needsAreWhole = sizeAfter >= 0;
    if (sizeAfter >= 0 && sizeAfter < unlimited)
        m_needed += static_cast<qsizetype>(sizeAfter);
    return State::NeedsMore;
}

Machine::State Machine::withinLimits(qsizetype end)
{
    const qsizetype begin = m_payloadBegin < 0 ? 0 : m_payloadEnd < 0 ? m_payloadBegin : m_payloadEnd;
    const qsizetype most = m_payloadBegin < 0 ? m_limits.head : m_payloadEnd < 0 ? m_limits.payload : m_limits.tail;
    return end - begin > most ? fail(FrameProblem::TooLarge) : State::Ready;
}

/// Whether `size` more bytes are there. `sizeAfter` is what follows them to the end of the whole.
Machine::State Machine::available(quint64 size, qint64 sizeAfter)
{
    const qsizetype last = end();
    if (size > static_cast<quint64>((last < 0 ? unlimited : last) - m_at))
        return fail(m_windows.empty() && last >= 0 ? FrameProblem::Incomplete : FrameProblem::InvalidLength);
    const qsizetype to = m_at + static_cast<qsizetype>(size);
    if (const State state = withinLimits(to); state != State::Ready)
        return state;
    if (to <= m_bytes.size())
        return State::Ready;
    return m_lastEnd >= 0 ? fail(FrameProblem::Incomplete) : needMore(to, sizeAfter);
}

std::optional<qint64> Machine::value(const Expression &expression) const
{
    const Operation &first = m_program.operations[static_cast<size_t>(expression.first)];
    if (expression.count == 1)
        return first.code == Operation::Code::Constant ? first.value : m_values[static_cast<size_t>(first.value)];
    return evaluate(&first, expression.count, m_values);
}

Place Machine::placeOf(const Step &step, qsizetype size) const
{
    return { m_at, m_at + size, step.isElement ? m_repeats.back().index : -1 };
}

Machine::State Machine::readNumber(const Step &step)
{
    if (const State state = available(step.number.width); state != State::Ready)
        return state;
    return takeNumber(step, loadNumber(m_bytes.data() + m_at, step.number), step.number.width);
}

Machine::State Machine::readVarint(const Step &step)
{
    const int most = step.number.width;
    quint64 bits = 0;
    for (int index = 0; index < most; ++index) {
        if (const State state = available(static_cast<quint64>(index) + 1); state != State::Ready)
            return state;
        const auto byte = static_cast<quint8>(m_bytes[m_at + index]);
        // The last byte of 64 bits has one bit, the last of 32 has four.
        const unsigned allowed = index < most - 1 ? 0x7FU : most == 5 ? 0x0FU : 0x01U;
        if (index == most - 1 && byte > allowed)
            break;
        bits |= quint64{ byte & 0x7FU } << static_cast<unsigned>(7 * index);
        if ((byte & 0x80U) == 0)
            return takeNumber(step, bits, index + 1);
    }
    return fail(FrameProblem::InvalidLength);
}

/// The number in slots: with its sign. Numbers of 64 bits that are too large are not valid in expressions.
Machine::State Machine::takeNumber(const Step &step, quint64 bits, qsizetype width)
{
    qint64 number = static_cast<qint64>(bits);
    if (step.number.kind == NumberType::Kind::Signed)
        number = signExtended(bits, step.number.width);
    else if (step.number.kind == NumberType::Kind::Zigzag)
        number = static_cast<qint64>(bits >> 1U) ^ -static_cast<qint64>(bits & 1U);
    else if (step.number.kind == NumberType::Kind::Boolean && bits > 1)
        return fail(FrameProblem::InvalidSyntax);
    if (!isValid(step, bits))
        return fail(FrameProblem::InvalidSyntax);
    if (step.slot >= 0) {
        m_values[static_cast<size_t>(step.slot)] = number;
        quint64 rest = bits;
        if (step.bits >= 0) {
            size_t slot = static_cast<size_t>(step.slot);
            for (const NamedValue &part : m_program.bits[static_cast<size_t>(step.bits)].parts) {
                const quint64 mask = part.value >= 64 ? ~quint64{ 0 } : (quint64{ 1 } << part.value) - 1;
                m_values[++slot] = static_cast<qint64>(rest & mask);
                rest = part.value >= 64 ? 0 : rest >> part.value;
            }
        }
    }
    if (m_sink != nullptr)
        m_sink->number(step, bits, placeOf(step, width));
    m_at += width;
    ++m_step;
    return State::Ready;
}

/// A wrong checksum is valid here, and noted.
bool Machine::isValid(const Step &step, quint64 bits)
{
    if (!step.isFixed)
        return true;
    const quint64 mask = step.number.isVarint() || step.number.width == 8
        ? ~quint64{ 0 }
        : (quint64{ 1 } << static_cast<unsigned>(8 * step.number.width)) - 1;
    if (step.checksum != Checksum::None) {
        const Range &range = m_ranges[static_cast<size_t>(step.range)];
        const quint64 sum = checksumOf(step.checksum, m_bytes.sliced(range.from, range.to - range.from));
        m_isCorrupt = m_isCorrupt || ((sum ^ bits) & mask) != 0;
        return true;
    }
    const auto expected = value(step.expression);
    if (!expected)
        return false;
    const quint64 read = step.number.kind == NumberType::Kind::Zigzag ? bits >> 1U ^ (~(bits & 1U) + 1) : bits;
    return ((static_cast<quint64>(*expected) ^ read) & mask) == 0;
}

Machine::State Machine::readMagic(const Step &step)
{
    const QByteArray &literal = m_program.literals[static_cast<size_t>(step.bytes)];
    const qsizetype here = qBound<qsizetype>(0, m_bytes.size() - m_at, literal.size());
    if (m_bytes.sliced(m_at, here) != QByteArrayView(literal).first(here))
        return fail(FrameProblem::InvalidSyntax);
    if (const State state = available(static_cast<quint64>(literal.size()), step.sizeAfter); state != State::Ready)
        return state;
    if (m_sink != nullptr)
        m_sink->magic(step, m_bytes.sliced(m_at, literal.size()), placeOf(step, literal.size()));
    m_at += literal.size();
    ++m_step;
    return State::Ready;
}

Machine::State Machine::readBytes(const Step &step)
{
    qsizetype size = 0;
    if (step.expression.isEmpty()) {
        size = end() - m_at;
    } else {
        const auto wanted = value(step.expression);
        if (!wanted || *wanted < 0)
            return fail(FrameProblem::InvalidLength);
        size = static_cast<qsizetype>(qMin<qint64>(*wanted, unlimited));
    }
    if (const State state = available(static_cast<quint64>(size), step.sizeAfter); state != State::Ready)
        return state;
    return takeBytes(step, size, 0);
}

Machine::State Machine::takeBytes(const Step &step, qsizetype size, qsizetype terminator)
{
    m_ranges[static_cast<size_t>(step.range)] = { m_at, m_at + size };
    if (m_sink != nullptr)
        m_sink->bytes(step, m_bytes.sliced(m_at, size), placeOf(step, size + terminator));
    m_at += size;
    m_searched = m_at;
    // A terminator belongs to the tail of a frame.
    if (isInPayload() && m_program.steps[m_step + 1].kind == Step::Kind::EndPayload && terminator > 0) {
        m_payloadEnd = m_at;
        ++m_step;
    }
    m_at += terminator;
    ++m_step;
    return State::Ready;
}

Machine::State Machine::openWindow(const Step &step)
{
    const auto size = value(step.expression);
    if (!size || *size < 0)
        return fail(FrameProblem::InvalidLength);
    const qsizetype last = end();
    if (*size > (last < 0 ? unlimited : last) - m_at)
        return fail(m_windows.empty() && last >= 0 ? FrameProblem::Incomplete : FrameProblem::InvalidLength);
    const qsizetype to = m_at + static_cast<qsizetype>(*size);
    if (to > m_limits.head + m_limits.payload + m_limits.tail) // what is in it may be the payload
        return fail(FrameProblem::TooLarge);
    m_windows.push_back(to);
    ++m_step;
    return State::Ready;
}

Machine::State Machine::beginRepeat(const Step &step)
{
    Repeat repeat;
    if (!step.expression.isEmpty()) {
        const auto count = value(step.expression);
        if (!count || *count < 0)
            return fail(FrameProblem::InvalidLength);
        repeat.count = *count;
    }
    const bool untilCondition = !m_program.steps[static_cast<size_t>(step.target) - 1].expression.isEmpty();
    const bool isEmpty = repeat.count == 0 || (repeat.count < 0 && !untilCondition && m_at == end());
    if (isEmpty) {
        m_step = static_cast<size_t>(step.target);
        return State::Ready;
    }
    m_repeats.push_back(repeat);
    ++m_step;
    return State::Ready;
}

Machine::State Machine::nextElement(const Step &step)
{
    // Elements without bytes could be many.
    constexpr qint64 mostElements = qint64{ 1 } << 16U;
    if (++m_elements > mostElements + m_at)
        return fail(FrameProblem::TooLarge);
    Repeat &repeat = m_repeats.back();
    ++repeat.index;
    bool isLast = repeat.count >= 0 ? repeat.index == repeat.count : m_at == end();
    if (!step.expression.isEmpty()) {
        const auto condition = value(step.expression);
        if (!condition)
            return fail(FrameProblem::InvalidSyntax);
        isLast = *condition != 0;
    }
    if (isLast)
        m_repeats.pop_back();
    m_step = isLast ? m_step + 1 : static_cast<size_t>(step.target);
    return State::Ready;
}

Machine::State Machine::readUntil(const Step &step)
{
    const Terminators &terminators = m_program.terminators[static_cast<size_t>(step.bytes)];
    const qsizetype last = end();
    const qsizetype to = last < 0 ? m_bytes.size() : qMin(last, m_bytes.size());
    const TerminatorSearch found = findTerminator(
        terminators, m_bytes.first(to), qMax(m_at, m_searched), { unitOf(step.content), m_at }, to == last);
    if (found.size > 0) {
        if (const State state = withinLimits(found.at); state != State::Ready)
            return state;
        return takeBytes(step, found.at - m_at, found.size);
    }
    if (to == last && terminators.orEnd) {
        if (const State state = withinLimits(to); state != State::Ready)
            return state;
        return takeBytes(step, to - m_at, 0);
    }
    m_searched = found.at;
    if (const State state = withinLimits(m_searched); state != State::Ready)
        return state;
    if (to == last)
        return fail(FrameProblem::Incomplete);
    m_needed = 0;
    m_needsAreWhole = false;
    return State::NeedsMore;
}

} // namespace pipeglass::formats
