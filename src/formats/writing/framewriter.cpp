// SPDX-License-Identifier: MIT
#include "formats/writing/framewriter.h"

#include "formats/formattext.h"
#include "formats/writing/output.h"

#include <algorithm>
#include <optional>

namespace pipeglass::formats {

namespace {

using Kind = Step::Kind;

size_t indexOf(const Program &program, Kind kind)
{
    const auto found = std::ranges::find(program.steps, kind, &Step::kind);
    return static_cast<size_t>(found - program.steps.begin());
}

/// The size of bytes, if it is constant.
std::optional<qint64> constantSize(const Program &program, const Step &step)
{
    const Operation &first = program.operations[static_cast<size_t>(step.expression.first)];
    const bool isConstant = step.expression.count == 1 && first.code == Operation::Code::Constant;
    return isConstant ? std::optional(first.value) : std::nullopt;
}

class FrameWriter {
public:
    FrameWriter(const Program &program, QByteArrayView payload)
        : m_program(program)
        , m_payload(payload)
        , m_out(program)
    {
    }

    Result<QByteArray> run()
    {
        return m_out.inPasses([this] { pass(); });
    }

private:
    void pass()
    {
        size_t at = 0;
        while (at < m_program.steps.size() && !m_out.error()) {
            const Step &step = m_program.steps[at];
            ++at;
            switch (step.kind) {
            case Kind::Number:
                number(step);
                break;
            case Kind::Magic:
                m_out.addMagic(step);
                break;
            case Kind::Open:
                m_out.open(step);
                break;
            case Kind::Close:
                m_out.close(step);
                break;
            case Kind::OpenWindow:
                m_out.openWindow(step);
                break;
            case Kind::CloseWindow:
                m_out.closeWindow();
                break;
            case Kind::JumpUnless:
                at = m_out.value(step) != 0 ? at : static_cast<size_t>(step.target);
                break;
            case Kind::Jump:
                at = static_cast<size_t>(step.target);
                break;
            case Kind::BeginPayload:
                at = payload(at);
                break;
            case Kind::Check:
            case Kind::EndPayload:
                break;
            default:
                m_out.fail(step, FormatText::tr("it has no value for sending"));
            }
        }
    }

    void number(const Step &step)
    {
        const auto known = m_out.known(step);
        if (!known && !step.hasDefault && !step.isDerived)
            m_out.fail(step, FormatText::tr("it has no value for sending: add a default"));
        m_out.addNumber(step, known ? *known : step.hasDefault ? bitsOf(step.number, m_out.value(step)) : 0);
    }

    /// Returns the step after the payload.
    size_t payload(size_t at)
    {
        const size_t end = indexOf(m_program, Kind::EndPayload);
        const Step &first = m_program.steps[at];
        if (at + 1 == end) {
            m_out.addBytes(first, m_payload);
            return end + 1;
        }
        if (first.range >= 0)
            m_out.open(first);
        m_out.bytes().append(m_payload);
        if (first.range >= 0)
            m_out.close(first);
        measureInner(at, end);
        return end + 1;
    }

    /// A size before the payload of something within it: what the other fields leave.
    void measureInner(size_t at, size_t end)
    {
        const Step *measured = nullptr;
        for (; at < end; ++at) {
            const Step &step = m_program.steps[at];
            const bool isSimple = (step.kind == Kind::Bytes && constantSize(m_program, step))
                || (step.kind == Kind::Number && !step.number.isVarint()) || step.kind == Kind::Magic
                || step.kind == Kind::Open || step.kind == Kind::Close;
            if (step.kind == Kind::Bytes && step.measures >= 0 && measured == nullptr)
                measured = &step;
            else if (!isSimple)
                return;
        }
        if (measured != nullptr)
            m_out.measure(*measured, m_payload.size() - otherSizes(end, measured));
    }

    [[nodiscard]] qint64 otherSizes(size_t end, const Step *measured) const
    {
        qint64 total = 0;
        for (size_t at = indexOf(m_program, Kind::BeginPayload) + 1; at < end; ++at) {
            const Step &step = m_program.steps[at];
            if (&step == measured)
                continue;
            if (step.kind == Kind::Number)
                total += step.number.width;
            else if (step.kind == Kind::Magic)
                total += m_program.literals[static_cast<size_t>(step.bytes)].size();
            else if (step.kind == Kind::Bytes)
                total += constantSize(m_program, step).value_or(0);
        }
        return total;
    }

    const Program &m_program;
    QByteArrayView m_payload;
    Output m_out;
};

} // namespace

bool canWriteFrames(const Program &program)
{
    bool isInside = false;
    return program.isPayloadWhole || std::ranges::all_of(program.steps, [&](const Step &step) {
               isInside = step.kind == Kind::BeginPayload || (isInside && step.kind != Kind::EndPayload);
               const bool hasNoValue = step.kind == Kind::Bytes || step.kind == Kind::BytesUntil
                   || step.kind == Kind::BeginRepeat
                   || (step.kind == Kind::Number && !step.isFixed && !step.isDerived && !step.hasDefault);
               return isInside || !hasNoValue;
           });
}

Result<QByteArray> writeFrame(const Program &program, QByteArrayView payload)
{
    return FrameWriter(program, payload).run();
}

} // namespace pipeglass::formats
