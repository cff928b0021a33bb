// SPDX-License-Identifier: MIT
#include "formats/reading/jsonvalues.h"

#include "formats/formattext.h"
#include "formats/reading/valuetext.h"
#include "formats/steps/machine.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <limits>
#include <utility>

namespace pipeglass::formats {

namespace {

QByteArray quoted(const QString &text)
{
    const QByteArray list = QJsonDocument(QJsonArray{ text }).toJson(QJsonDocument::Compact);
    return list.sliced(1, list.size() - 2);
}

/// Such numbers are not exact in JSON for most programs.
bool isBeyond63Bits(const NumberType &type, quint64 bits)
{
    const bool isUnsigned = type.kind == NumberType::Kind::Unsigned || type.kind == NumberType::Kind::Varint;
    return isUnsigned && bits > static_cast<quint64>(std::numeric_limits<qint64>::max());
}

class JsonValues : public ValueSink {
public:
    explicit JsonValues(const Program &program)
        : m_program(program)
    {
        m_text = "{";
        m_levels.push_back({ true, false });
    }

    QByteArray take()
    {
        m_text += '}';
        return std::move(m_text);
    }

    void number(const Step &step, quint64 bits, const Place & /*place*/) override
    {
        begin(step);
        if (step.bits >= 0)
            addBits(m_program.bits[static_cast<size_t>(step.bits)], bits);
        else if (const QByteArray word = wordFor(m_program, step, bits); !word.isEmpty())
            m_text += '"' + word + '"';
        else if (const auto literal = numberLiteral(step.number, bits))
            m_text += isBeyond63Bits(step.number, bits) ? '"' + *literal + '"' : *literal;
        else
            m_text += '"' + floatWord(step.number, bits) + '"';
    }

    void bytes(const Step &step, QByteArrayView content, const Place & /*place*/) override
    {
        begin(step);
        const auto text = textOf(step, content);
        const QByteArray hex = QByteArray::fromRawData(content.data(), content.size()).toHex();
        if (text)
            m_text += quoted(*text);
        else if (step.content == Content::Bytes)
            m_text += '"' + hex + '"';
        else
            m_text += R"({"hex":")" + hex + R"("})";
    }

    void magic(const Step & /*step*/, QByteArrayView /*content*/, const Place & /*place*/) override { }

    void open(const Step &step, const Place & /*place*/) override
    {
        begin(step);
        m_text += step.isList ? '[' : '{';
        m_levels.push_back({ !step.isList, false });
    }

    void close(const Step & /*step*/, qsizetype /*at*/) override
    {
        m_text += m_levels.back().isObject ? '}' : ']';
        m_levels.pop_back();
    }

private:
    struct Level {
        bool isObject;
        bool hasValues;
    };

    /// What comes before a value.
    void begin(const Step &step)
    {
        if (std::exchange(m_levels.back().hasValues, true))
            m_text += ',';
        if (m_levels.back().isObject)
            m_text += '"' + m_program.names[static_cast<size_t>(step.name)] + "\":";
    }

    void addBits(const BitFields &fields, quint64 bits)
    {
        m_text += '{';
        for (size_t index = 0; index < fields.parts.size(); ++index) {
            m_text += (index == 0 ? "\"" : ",\"") + fields.parts[index].name
                + "\":" + QByteArray::number(partOf(fields, index, bits));
        }
        m_text += '}';
    }

    const Program &m_program;
    QByteArray m_text;
    std::vector<Level> m_levels;
};

} // namespace

Result<QByteArray> readJson(const Program &program, QByteArrayView payload)
{
    JsonValues values(program);
    Machine machine(program, &values);
    const bool isDone = machine.run(payload, true) == Machine::State::Done;
    if (!isDone || machine.position() != payload.size() || machine.isCorrupt())
        return failure(
            ErrorCode::MessageNotEncodable, {},
            FormatText::tr("the bytes are not a message of this format: byte %1").arg(machine.position()));
    return values.take();
}

} // namespace pipeglass::formats
