// SPDX-License-Identifier: MIT
#include "formats/writing/messagewriter.h"

#include "formats/formattext.h"
#include "formats/steps/machine.h"
#include "formats/writing/givenvalues.h"
#include "formats/writing/output.h"

#include <QJsonDocument>
#include <QStringList>

namespace pipeglass::formats {

namespace {

using Kind = Step::Kind;

/// Writes the steps of a message with values from a tree of JSON.
class MessageWriter {
public:
    MessageWriter(const Program &program, QJsonObject root)
        : m_program(program)
        , m_root(std::move(root))
        , m_out(program)
    {
    }

    Result<QByteArray> run()
    {
        return m_out.inPasses([this] { pass(); });
    }

private:
    struct Level {
        QJsonObject object;
        QJsonArray list;
        qsizetype index = 0;
        QStringList used;
    };

    void pass()
    {
        m_levels = { { m_root, {}, 0, {} } };
        m_at = 0;
        while (m_at < m_program.steps.size() && !m_out.error()) {
            const Step &step = m_program.steps[m_at];
            ++m_at;
            perform(step);
        }
        if (!m_out.error())
            checkUnused();
    }

    void perform(const Step &step)
    {
        switch (step.kind) {
        case Kind::Number:
            number(step);
            break;
        case Kind::Magic:
            m_out.addMagic(step);
            break;
        case Kind::Bytes:
        case Kind::BytesUntil:
            bytes(step);
            break;
        case Kind::Open:
            open(step);
            break;
        case Kind::Close:
            if (!step.isList)
                checkUnused();
            m_levels.pop_back();
            m_out.close(step);
            break;
        case Kind::OpenWindow:
            m_out.openWindow(step);
            break;
        case Kind::CloseWindow:
            m_out.closeWindow();
            break;
        case Kind::BeginRepeat:
            beginRepeat(step);
            break;
        case Kind::NextElement:
            ++m_levels.back().index;
            m_at = m_levels.back().index < m_levels.back().list.size() ? static_cast<size_t>(step.target) : m_at;
            break;
        case Kind::JumpUnless:
            m_at = m_out.value(step) != 0 ? m_at : static_cast<size_t>(step.target);
            break;
        case Kind::Jump:
            m_at = static_cast<size_t>(step.target);
            break;
        default: // the written message is read again
            break;
        }
    }

    /// The value that was given for a field; undefined: none.
    QJsonValue given(const Step &step)
    {
        Level &level = m_levels.back();
        if (step.isElement)
            return level.list[level.index];
        const QString name = QString::fromUtf8(m_out.name(step));
        level.used += name;
        return level.object.value(name);
    }

    void checkUnused()
    {
        const Level &level = m_levels.back();
        for (auto one = level.object.begin(); one != level.object.end(); ++one) {
            if (!level.used.contains(one.key()))
                m_out.fail(FormatText::tr("there is no field \"%1\" here").arg(one.key()));
        }
    }

    void number(const Step &step)
    {
        const QJsonValue value = given(step);
        const auto known = m_out.known(step);
        if (known) {
            m_out.addNumber(step, *known);
        } else if (!value.isUndefined()) {
            const auto bits = givenBits(m_program, step, value);
            if (!bits)
                m_out.fail(step, FormatText::tr("%1 is not a value of its type").arg(shownValue(value)));
            m_out.addNumber(step, bits.value_or(0));
        } else if (step.hasDefault || step.isDerived) {
            m_out.addNumber(step, step.hasDefault ? bitsOf(step.number, m_out.value(step)) : 0);
        } else {
            m_out.fail(step, FormatText::tr("its value is missing"));
        }
    }

    void bytes(const Step &step)
    {
        const QJsonValue value = given(step);
        const auto content = givenBytes(step, value);
        if (value.isUndefined())
            m_out.fail(step, FormatText::tr("its value is missing"));
        else if (!content)
            m_out.fail(step, FormatText::tr("%1 is not a value of its type").arg(shownValue(value)));
        else
            m_out.addBytes(step, *content);
    }

    void open(const Step &step)
    {
        const QJsonValue value = given(step);
        if (step.isList ? !value.isArray() : !value.isObject())
            m_out.fail(step, step.isList ? FormatText::tr("expected a list") : FormatText::tr("expected an object"));
        m_levels.push_back({ value.toObject(), value.toArray(), 0, {} });
        m_out.open(step);
    }

    void beginRepeat(const Step &step)
    {
        const qsizetype count = m_levels.back().list.size();
        if (step.measures >= 0)
            m_out.measure(step, count);
        else if (!step.expression.isEmpty() && m_out.value(step) != count)
            m_out.fail(FormatText::tr("a list has %1 elements instead of %2").arg(count).arg(m_out.value(step)));
        if (count == 0)
            m_at = static_cast<size_t>(step.target);
    }

    const Program &m_program;
    QJsonObject m_root;
    Output m_out;
    std::vector<Level> m_levels;
    size_t m_at = 0;
};

} // namespace

Result<QByteArray> writeMessage(const Program &program, const QByteArray &json)
{
    QJsonParseError error{};
    const QJsonDocument document = QJsonDocument::fromJson(json, &error);
    if (error.error != QJsonParseError::NoError || !document.isObject())
        return failure(
            ErrorCode::MessageNotEncodable, {},
            error.error == QJsonParseError::NoError
                ? FormatText::tr("the values of a message are one JSON object")
                : FormatText::tr("not JSON: %1 at byte %2").arg(error.errorString()).arg(error.offset));
    auto message = MessageWriter(program, document.object()).run();
    if (!message)
        return message;
    // Conditions, checks and ends of lists are as the reader sees them.
    Machine machine(program);
    const bool isDone = machine.run(*message, true) == Machine::State::Done;
    if (!isDone || machine.position() != message->size() || machine.isCorrupt())
        return failure(
            ErrorCode::MessageNotEncodable, {},
            FormatText::tr("the values do not fit together: the message would not be valid from byte %1 on")
                .arg(machine.position()));
    return message;
}

} // namespace pipeglass::formats
