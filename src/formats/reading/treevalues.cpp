// SPDX-License-Identifier: MIT
#include "formats/reading/treevalues.h"

#include "formats/reading/valuetext.h"
#include "formats/steps/machine.h"

namespace pipeglass::formats {

namespace {

class TreeValues : public ValueSink {
public:
    TreeValues(const Program &program, decoding::TreeBuilder &tree)
        : m_program(program)
        , m_tree(tree)
    {
    }

    void number(const Step &step, quint64 bits, const Place &place) override
    {
        const QString name = nameOf(step, place);
        const std::optional<QByteArray> literal = numberLiteral(step.number, bits);
        if (step.bits >= 0)
            addBits(step, bits, place, name);
        else if (const QByteArray word = wordFor(m_program, step, bits); !word.isEmpty())
            m_tree.text(
                name, "enum", QStringLiteral("%1 (%2)").arg(QLatin1String(word), QLatin1String(*literal)), place.from,
                place.to);
        else if (!literal)
            m_tree.text(name, "float", QLatin1String(floatWord(step.number, bits)), place.from, place.to);
        else
            m_tree.literal(name, typeOf(step.number), QLatin1String(*literal), place.from, place.to);
    }

    void bytes(const Step &step, QByteArrayView content, const Place &place) override
    {
        const QString name = nameOf(step, place);
        const auto text = textOf(step, content);
        if (text)
            m_tree.text(
                name, step.content == Content::Guid ? "guid" : "string", *text, place.from, place.to,
                step.content == Content::Utf8 ? content : QByteArrayView());
        else if (step.content == Content::Bytes)
            m_tree.bytes(name, "bytes", content, place.from, place.to);
        else
            m_tree.utf8(name, "string", content, place.from, place.to);
    }

    void magic(const Step & /*step*/, QByteArrayView content, const Place &place) override
    {
        m_tree.text(QStringLiteral("magic"), "magic", decoding::shownText(content), place.from, place.to);
    }

    void open(const Step &step, const Place &place) override
    {
        m_tree.open(nameOf(step, place), step.isList ? "array" : "struct", place.from);
    }

    void close(const Step & /*step*/, qsizetype at) override { m_tree.close(at); }

private:
    static const char *typeOf(const NumberType &type)
    {
        return type.kind == NumberType::Kind::Float  ? "float"
            : type.kind == NumberType::Kind::Boolean ? "boolean"
                                                     : "integer";
    }

    [[nodiscard]] QString nameOf(const Step &step, const Place &place) const
    {
        return place.element >= 0 ? QString::number(place.element)
                                  : QString::fromUtf8(m_program.names[static_cast<size_t>(step.name)]);
    }

    void addBits(const Step &step, quint64 bits, const Place &place, const QString &name)
    {
        const BitFields &fields = m_program.bits[static_cast<size_t>(step.bits)];
        m_tree.open(name, "bits", place.from);
        for (size_t index = 0; index < fields.parts.size(); ++index)
            m_tree.literal(
                QLatin1String(fields.parts[index].name), "integer", QString::number(partOf(fields, index, bits)),
                place.from, place.to);
        m_tree.close(place.to);
    }

    const Program &m_program;
    decoding::TreeBuilder &m_tree;
};

} // namespace

bool readTree(const Program &program, QByteArrayView payload, decoding::TreeBuilder &tree)
{
    TreeValues values(program, tree);
    Machine machine(program, &values);
    tree.open(QString(), "message", 0);
    const bool isWhole = machine.run(payload, true) == Machine::State::Done && machine.position() == payload.size()
        && !machine.isCorrupt();
    if (isWhole)
        tree.close(payload.size());
    else
        tree.stop(payload.sliced(machine.position()), machine.position());
    return isWhole;
}

} // namespace pipeglass::formats
