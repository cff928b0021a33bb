// SPDX-License-Identifier: MIT
#include "formats/formatcutter.h"

#include "formats/steps/terminatorsearch.h"

namespace pipeglass::formats {

using framing::Cut;

namespace {

// What a recording keeps of a frame apart from its payload.
constexpr qsizetype largestHead = 2048;
constexpr qsizetype largestTail = 1024;

} // namespace

FormatCutter::FormatCutter(ProgramPtr program, qsizetype limit)
    : m_program(std::move(program))
    , m_limit(qMax<qsizetype>(0, limit))
    , m_machine(*m_program)
{
    m_machine.setLimits({ largestHead, m_limit, largestTail });
}

void FormatCutter::reset()
{
    m_machine.reset();
    m_skipped = nullptr;
}

Cut FormatCutter::cut(QByteArrayView bytes)
{
    if (m_skipped != nullptr)
        return skipTooLong(bytes, 0);
    switch (m_machine.run(bytes, false)) {
    case Machine::State::NeedsMore:
        return { Cut::Kind::Incomplete, FrameProblem::None, m_machine.needed(), 0, 0, m_machine.needsAreWhole() };
    case Machine::State::Done:
        return cutFrame(bytes.size());
    default:
        return cutInvalid(bytes);
    }
}

Cut FormatCutter::cutFrame(qsizetype available)
{
    const qsizetype size = m_machine.position();
    const Cut frame = Cut::frame(size, m_machine.payloadBegin(), size - m_machine.payloadEnd());
    const bool isCorrupt = m_machine.isCorrupt();
    m_machine.reset();
    // A frame without bytes would be found for ever.
    if (size == 0)
        return Cut::malformed(available, FrameProblem::InvalidSyntax);
    return isCorrupt ? Cut::malformed(size, FrameProblem::InvalidSyntax) : frame;
}

Cut FormatCutter::cutInvalid(QByteArrayView bytes)
{
    const FrameProblem problem = m_machine.problem();
    const Step *ending = problem == FrameProblem::TooLarge ? delimiter() : nullptr;
    const qsizetype head = m_machine.payloadBegin();
    m_machine.reset();
    if (ending != nullptr) {
        m_skipped = ending;
        return skipTooLong(bytes, head);
    }
    return m_program->resyncs ? skipToMagic(bytes) : Cut::outOfSync(problem);
}

const Step *FormatCutter::delimiter() const
{
    const Step *step = m_machine.step();
    const bool isIt = step != nullptr && step->kind == Step::Kind::BytesUntil && m_machine.isInPayload()
        && step->sizeAfter == 0 && step + 1 == &m_program->steps.back();
    return isIt ? step : nullptr;
}

Cut FormatCutter::skipTooLong(QByteArrayView bytes, qsizetype head)
{
    const Terminators &terminators = m_program->terminators[static_cast<size_t>(m_skipped->bytes)];
    const TerminatorSearch found =
        findTerminator(terminators, bytes, head, { unitOf(m_skipped->content), head }, false);
    if (found.size > 0) {
        m_skipped = nullptr;
        return Cut::malformed(found.at + found.size, FrameProblem::TooLarge);
    }
    // Whole code units only, so that the next search begins at one.
    const qsizetype skipped = found.at - (found.at - head) % unitOf(m_skipped->content);
    return skipped > 0 ? Cut::malformed(skipped, FrameProblem::TooLarge) : Cut::needs();
}

Cut FormatCutter::skipToMagic(QByteArrayView bytes) const
{
    const Terminators magic{ { m_program->literals[static_cast<size_t>(m_program->steps.front().bytes)] } };
    return Cut::malformed(findTerminator(magic, bytes, 1, {}, false).at, FrameProblem::InvalidSyntax);
}

framing::Frame FormatCutter::last(const Slice &held)
{
    const Step *step = m_machine.step();
    const bool isDelimited = step != nullptr && step->kind == Step::Kind::BytesUntil && m_machine.isInPayload()
        && step + 1 == &m_program->steps.back();
    if (m_skipped != nullptr)
        return framing::malformedFrame(held, FrameProblem::TooLarge);
    if (!isDelimited || !m_program->terminators[static_cast<size_t>(step->bytes)].orEnd)
        return Cutter::last(held);
    if (held.size() - m_machine.payloadBegin() > m_limit)
        return framing::malformedFrame(held, FrameProblem::TooLarge);
    return { held, m_machine.payloadBegin(), 0 };
}

} // namespace pipeglass::formats
