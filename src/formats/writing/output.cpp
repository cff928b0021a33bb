// SPDX-License-Identifier: MIT
#include "formats/writing/output.h"

#include "formats/formattext.h"
#include "formats/reading/valuetext.h"
#include "formats/steps/checksum.h"
#include "formats/steps/evaluate.h"
#include "formats/steps/machine.h"
#include "formats/steps/terminatorsearch.h"

#include <utility>

namespace pipeglass::formats {

namespace {

} // namespace

void appendNumber(QByteArray &to, const NumberType &type, quint64 bits)
{
    if (type.isVarint()) {
        for (; bits >= 0x80; bits >>= 7U)
            to.append(static_cast<char>(bits | 0x80U));
        to.append(static_cast<char>(bits));
        return;
    }
    for (int index = 0; index < type.width; ++index) {
        const int significance = type.isBig ? type.width - 1 - index : index;
        to.append(static_cast<char>(bits >> static_cast<unsigned>(8 * significance) & 0xFFU));
    }
}

bool fits(const NumberType &type, qint64 number)
{
    const int bits = type.isVarint() ? (type.width == 5 ? 32 : 64) : 8 * type.width;
    switch (type.kind) {
    case NumberType::Kind::Boolean:
        return number == 0 || number == 1;
    case NumberType::Kind::Signed:
        return bits == 64 || (number >= -(qint64{ 1 } << (bits - 1)) && number < qint64{ 1 } << (bits - 1));
    case NumberType::Kind::Zigzag:
        return true;
    default:
        return number >= 0 && (bits == 64 || number < qint64{ 1 } << bits);
    }
}

quint64 bitsOf(const NumberType &type, qint64 number)
{
    if (type.kind == NumberType::Kind::Zigzag)
        return static_cast<quint64>(number) << 1U ^ static_cast<quint64>(number >> 63U);
    const auto bits = static_cast<quint64>(number);
    return type.width >= 8 || type.isVarint() ? bits : bits & ((quint64{ 1 } << (8U * type.width)) - 1);
}

Output::Output(const Program &program)
    : m_program(program)
{
}

void Output::beginPass()
{
    m_bytes.clear();
    m_error.reset();
    m_values.assign(static_cast<size_t>(m_program.slotCount), 0);
    m_ranges.assign(static_cast<size_t>(m_program.rangeCount), {});
    m_windows.clear();
    m_derivedIn.assign(static_cast<size_t>(m_program.slotCount), -1);
    m_lastMeasured = std::exchange(m_measured, {});
}

bool Output::endPass()
{
    constexpr int mostPasses = 8;
    ++m_passes;
    if (m_measured == m_lastMeasured)
        return true;
    if (m_passes < mostPasses)
        return false;
    fail(FormatText::tr("the sizes depend on each other"));
    return true;
}

void Output::fail(const QString &text)
{
    if (!m_error)
        m_error = text;
}

void Output::fail(const Step &step, const QString &text)
{
    fail(FormatText::tr("field \"%1\": %2").arg(QString::fromUtf8(name(step)), text));
}

QByteArray Output::name(const Step &step) const
{
    return step.name < 0 ? QByteArray() : m_program.names[static_cast<size_t>(step.name)];
}

qint64 Output::value(const Step &step)
{
    const auto result =
        evaluate(&m_program.operations[static_cast<size_t>(step.expression.first)], step.expression.count, m_values);
    if (!result)
        fail(step, FormatText::tr("the calculation overflows or divides by zero"));
    return result.value_or(0);
}

std::optional<quint64> Output::known(const Step &step)
{
    if (step.checksum != Checksum::None) {
        const Range &range = m_ranges[static_cast<size_t>(step.range)];
        return checksumOf(step.checksum, QByteArrayView(m_bytes).sliced(range.from, range.to - range.from));
    }
    if (step.isFixed)
        return bitsOf(step.number, value(step));
    if (!step.isDerived)
        return std::nullopt;
    const size_t index = m_measured.size();
    m_derivedIn[static_cast<size_t>(step.slot)] = static_cast<qint32>(index);
    m_measured.emplace_back();
    const bool isKnown = index < m_lastMeasured.size() && m_lastMeasured[index];
    if (!isKnown)
        return std::nullopt;
    if (!fits(step.number, *m_lastMeasured[index]))
        fail(step, FormatText::tr("%1 does not fit into this number").arg(*m_lastMeasured[index]));
    return bitsOf(step.number, *m_lastMeasured[index]);
}

void Output::addNumber(const Step &step, quint64 bits)
{
    appendNumber(m_bytes, step.number, bits);
    if (step.slot >= 0)
        setSlots(step, bits);
}

void Output::setSlots(const Step &step, quint64 bits)
{
    auto slot = static_cast<size_t>(step.slot);
    m_values[slot] = step.number.kind == NumberType::Kind::Signed ? signExtended(bits, step.number.width)
        : step.number.kind == NumberType::Kind::Zigzag
        ? static_cast<qint64>(bits >> 1U) ^ -static_cast<qint64>(bits & 1U)
        : static_cast<qint64>(bits);
    if (step.bits < 0)
        return;
    const BitFields &fields = m_program.bits[static_cast<size_t>(step.bits)];
    for (size_t index = 0; index < fields.parts.size(); ++index)
        m_values[++slot] = static_cast<qint64>(partOf(fields, index, bits));
}

void Output::addMagic(const Step &step) { m_bytes += m_program.literals[static_cast<size_t>(step.bytes)]; }

void Output::addBytes(const Step &step, QByteArrayView content)
{
    const qsizetype from = m_bytes.size();
    m_bytes.append(content);
    if (step.kind == Step::Kind::BytesUntil) {
        const Terminators &terminators = m_program.terminators[static_cast<size_t>(step.bytes)];
        m_ranges[static_cast<size_t>(step.range)] = { from, m_bytes.size() };
        m_bytes.append(terminators.all.front());
        const TerminatorSearch found = findTerminator(terminators, m_bytes, from, { unitOf(step.content), from }, true);
        if (found.at != from + content.size() || found.size != terminators.all.front().size())
            fail(step, FormatText::tr("the value contains what ends it, or its end would become a part of that"));
        return;
    }
    if (step.measures >= 0) {
        measure(step, content.size());
    } else if (!step.expression.isEmpty()) {
        const qint64 size = value(step);
        const qint64 missing = size - content.size();
        if (missing < 0 || (missing > 0 && !step.isPadded))
            fail(step, FormatText::tr("the value has %1 bytes instead of %2").arg(content.size()).arg(size));
        else
            m_bytes.append(static_cast<qsizetype>(missing), '\0');
    }
    m_ranges[static_cast<size_t>(step.range)] = { from, m_bytes.size() };
}

void Output::openWindow(const Step &step) { m_windows.push_back({ &step, m_bytes.size() }); }

void Output::closeWindow()
{
    const Window window = m_windows.back();
    m_windows.pop_back();
    const qint64 size = m_bytes.size() - window.from;
    if (window.step->measures >= 0)
        measure(*window.step, size);
    else if (value(*window.step) != size)
        fail(FormatText::tr("what has a size of %1 has %2 bytes").arg(value(*window.step)).arg(size));
}

void Output::measure(const Step &step, qint64 amount)
{
    const auto slot = static_cast<size_t>(step.measures);
    const qint32 index = m_derivedIn[slot];
    if (index < 0) { // not derived: it is as given
        if (value(step) != amount)
            fail(step, FormatText::tr("there are %1 instead of %2").arg(amount).arg(value(step)));
        return;
    }
    qint64 rest = 0;
    if (__builtin_sub_overflow(amount, step.term, &rest) || rest % step.factor != 0) {
        fail(step, FormatText::tr("no size says %1").arg(amount));
        return;
    }
    auto &measured = m_measured[static_cast<size_t>(index)];
    const qint64 number = rest / step.factor;
    if (measured && *measured != number)
        fail(
            step,
            FormatText::tr("its size is that of another field, which differs: %1 and %2").arg(number).arg(*measured));
    measured = number;
}

} // namespace pipeglass::formats
