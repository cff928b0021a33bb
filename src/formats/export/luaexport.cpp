// SPDX-License-Identifier: MIT
#include "formats/export/luaexport.h"

#include "formats/export/dissectortext.h"
#include "formats/export/luaexpression.h"
#include "formats/steps/terminatorsearch.h"

#include <map>

namespace pipeglass::formats {

namespace {

using Kind = Step::Kind;

QByteArray identifier(QByteArray name)
{
    name.replace('-', '_');
    return name.toLower();
}

const char *contentName(Content content)
{
    switch (content) {
    case Content::Bytes:
        return "bytes";
    case Content::Utf8:
        return "utf8";
    case Content::Latin1:
        return "latin1";
    case Content::Utf16Little:
        return "utf16le";
    case Content::Utf16Big:
        return "utf16be";
    case Content::Guid:
        return "guid";
    }
    return "bytes";
}

/// The steps of a frame or message as a table of Lua, and the fields that they have in Wireshark.
class LuaSteps {
public:
    /// The names of fields begin with `prefix`; `fields` are those of the whole format, by name.
    LuaSteps(const Program &program, const QByteArray &prefix, std::map<QByteArray, QByteArray> &fields)
        : m_program(program)
        , m_path{ prefix }
        , m_fields(fields)
    {
    }

    QByteArray run()
    {
        QByteArray text = "{ slots = " + QByteArray::number(m_program.slotCount) + ",\n";
        for (const Step &step : m_program.steps)
            text += "        { " + row(step) + " },\n";
        return text + "    }";
    }

private:
    QByteArray row(const Step &step)
    {
        switch (step.kind) {
        case Kind::Number:
            return number(step);
        case Kind::Magic:
            return R"("magic", literal = )" + luaString(m_program.literals[static_cast<size_t>(step.bytes)]);
        case Kind::Bytes:
        case Kind::BytesUntil:
            return bytes(step);
        case Kind::Open:
            return open(step);
        case Kind::Close:
            m_path.pop_back();
            return R"("close")";
        case Kind::OpenWindow:
            return R"("open_window", size = )" + function(step.expression);
        case Kind::CloseWindow:
            return R"("close_window")";
        case Kind::BeginRepeat: {
            const bool hasCondition = !m_program.steps[static_cast<size_t>(step.target) - 1].expression.isEmpty();
            const QByteArray count = step.expression.isEmpty() ? QByteArray("nil") : function(step.expression);
            return R"("begin_repeat", count = )" + count + ", has_condition = " + (hasCondition ? "true" : "false")
                + target(step);
        }
        case Kind::NextElement:
            return R"("next_element")" + condition(step) + target(step);
        case Kind::JumpUnless:
            return R"("jump_unless")" + condition(step) + target(step);
        case Kind::Jump:
            return R"("jump")" + target(step);
        case Kind::Check:
            return R"("check")" + condition(step);
        default: // begins and ends of the payload
            return R"("check", condition = function() return 1 end)";
        }
    }

    [[nodiscard]] QByteArray function(const Expression &expression) const
    {
        return "function(v) return " + luaExpression(m_program, expression) + " end";
    }
    [[nodiscard]] QByteArray condition(const Step &step) const
    {
        return step.expression.isEmpty() ? QByteArray() : ", condition = " + function(step.expression);
    }
    static QByteArray target(const Step &step) { return ", target = " + QByteArray::number(step.target + 1); }

    [[nodiscard]] const QByteArray &nameOf(const Step &step) const
    {
        return m_program.names[static_cast<size_t>(step.name)];
    }

    QByteArray open(const Step &step)
    {
        m_path.push_back(step.isElement ? m_path.back() : m_path.back() + '.' + identifier(nameOf(step)));
        return R"("open")" + common(step);
    }

    [[nodiscard]] QByteArray common(const Step &step) const
    {
        return ", name = " + luaString(nameOf(step)) + (step.isElement ? ", element = true" : "");
    }

    QByteArray number(const Step &step)
    {
        static constexpr const char *kinds[] = { "uint", "int", "float", "bool", "varint", "zigzag" };
        const NumberType &type = step.number;
        const char *kind = kinds[static_cast<int>(type.kind)];
        QByteArray maker = kind + QByteArray::number(type.width * 8);
        if (type.isVarint())
            maker = type.kind == NumberType::Kind::Varint ? "uint64" : "int64";
        else if (type.kind == NumberType::Kind::Float)
            maker = type.width == 4 ? "float" : "double";
        else if (type.kind == NumberType::Kind::Boolean)
            maker = "bool";
        QByteArray text = R"("number")" + common(step) + ", kind = \"" + kind
            + "\", width = " + QByteArray::number(type.width) + ", big = " + (type.isBig ? "true" : "false");
        if (step.slot >= 0)
            text += ", slot = " + QByteArray::number(step.slot + 1);
        if (step.isFixed && step.checksum == Checksum::None)
            text += ", fixed = " + function(step.expression);
        text += ", field = " + field(step, maker, words(step));
        return step.bits < 0 ? text : text + parts(step);
    }

    QByteArray words(const Step &step) const
    {
        if (step.enumeration < 0)
            return {};
        QByteArray text = ", base.DEC, { ";
        for (const NamedValue &word : m_program.enumerations[static_cast<size_t>(step.enumeration)].words)
            text += '[' + QByteArray::number(static_cast<qint64>(word.value)) + "] = " + luaString(word.name) + ", ";
        return text + "}";
    }

    QByteArray parts(const Step &step)
    {
        QByteArray text = ", parts = { ";
        m_path.push_back(m_path.back() + '.' + identifier(nameOf(step)));
        for (const NamedValue &part : m_program.bits[static_cast<size_t>(step.bits)].parts)
            text +=
                "{ size = " + QByteArray::number(part.value) + ", field = " + field(part.name, "uint64", {}) + " }, ";
        m_path.pop_back();
        return text + "}";
    }

    QByteArray bytes(const Step &step)
    {
        const char *content = contentName(step.content);
        const char *maker = step.content == Content::Bytes ? "bytes"
            : step.content == Content::Guid                ? "guid"
                                                           : "string";
        QByteArray text = step.kind == Kind::Bytes ? R"("bytes")" : R"("bytes_until")";
        text += common(step) + ", content = \"" + content + '"';
        if (step.kind == Kind::Bytes && !step.expression.isEmpty())
            text += ", size = " + function(step.expression);
        if (step.kind == Kind::BytesUntil) {
            const Terminators &terminators = m_program.terminators[static_cast<size_t>(step.bytes)];
            text += ", unit = " + QByteArray::number(unitOf(step.content)) + ", terminators = { ";
            for (const QByteArray &one : terminators.all)
                text += luaString(one) + ", ";
            text += QByteArray("}, or_end = ") + (terminators.orEnd ? "true" : "false");
        }
        return text + ", field = " + field(step, maker, {});
    }

    QByteArray field(const Step &step, const QByteArray &maker, const QByteArray &more)
    {
        return field(step.isElement ? QByteArray() : nameOf(step), maker, more);
    }

    /// The expression for a field. One name has one type in Wireshark.
    QByteArray field(const QByteArray &name, const QByteArray &maker, const QByteArray &more)
    {
        QByteArray full = name.isEmpty() ? m_path.back() : m_path.back() + '.' + identifier(name);
        const QByteArray shown = full.sliced(full.lastIndexOf('.') + 1);
        const auto definition = [&] {
            return "ProtoField." + maker + '(' + luaString(full) + ", " + luaString(shown) + more + ')';
        };
        for (int number = 2; m_fields.contains(full) && m_fields[full] != definition(); ++number)
            full = (number == 2 ? full : full.first(full.lastIndexOf('_'))) + '_' + QByteArray::number(number);
        m_fields[full] = definition();
        return "F[" + luaString(full) + ']';
    }

    const Program &m_program;
    std::vector<QByteArray> m_path;
    std::map<QByteArray, QByteArray> &m_fields;
};

} // namespace

QByteArray luaDissector(const Format &format)
{
    const QByteArray proto = "pipeglass_" + identifier(format.name);
    std::map<QByteArray, QByteArray> fields;
    const auto sides = [&](const PerSide<ProgramPtr> &programs, const QByteArray &prefix) {
        QByteArray text = "{\n";
        for (const Side side : { Side::Client, Side::Server }) {
            if (programs[side])
                text += QByteArray("    ") + sideName(side) + " = " + LuaSteps(*programs[side], prefix, fields).run()
                    + ",\n";
        }
        return text + '}';
    };
    const QByteArray message = sides(format.message, proto);
    const QByteArray frame = sides(format.frame, proto + ".frame");
    QByteArray text = "-- " + format.title.simplified().toUtf8() + ": messages of the format " + format.name + ".\n";
    text +=
        "local format = { name = " + luaString(format.name) + ", title = " + luaString(format.title.toUtf8()) + " }\n";
    text += "format.proto = Proto(" + luaString(proto) + ", " + luaString(format.title.toUtf8()) + ")\n";
    text += "format.unexpected = ProtoExpert.new(" + luaString(proto + ".unexpected")
        + ", \"Unexpected bytes\", expert.group.MALFORMED, expert.severity.WARN)\n";
    text += "format.proto.experts = { format.unexpected }\n\nlocal F = {\n";
    for (const auto &[name, definition] : fields)
        text += "    [" + luaString(name) + "] = " + definition + ",\n";
    text += "}\nfor _, field in pairs(F) do\n    format.proto.fields[#format.proto.fields + 1] = field\nend\n\n";
    text += luaHelpers();
    return text + "\nformat.message = " + message + "\n\nformat.frame = " + frame + "\n\n" + dissectorText();
}

} // namespace pipeglass::formats
