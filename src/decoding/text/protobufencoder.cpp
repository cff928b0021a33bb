// SPDX-License-Identifier: MIT
#include "decoding/text/protobuftext.h"

#include <QtEndian>

#include <utility>

namespace pipeglass::decoding {

namespace {

using Kind = JsonValue::Kind;

class ProtobufEncoder {
public:
    Result<QByteArray> encode(const QByteArray &text, qsizetype *errorAt)
    {
        const auto root = parseJson(text);
        if (!root)
            return failure(textError(text, root.error(), errorAt));
        if (!message(*root))
            return failure(textError(text, m_problem, errorAt));
        return m_out;
    }

private:
    bool fail(const JsonValue &at, const char *text)
    {
        m_problem = { at.at, trText(text) };
        return false;
    }
    void varint(quint64 value)
    {
        for (; value >= 0x80; value >>= 7U)
            m_out += static_cast<char>(value | 0x80U);
        m_out += static_cast<char>(value);
    }
    template <typename Number>
    void little(Number value)
    {
        char bytes[sizeof(Number)];
        qToLittleEndian(value, bytes);
        m_out.append(bytes, sizeof(Number));
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool message(const JsonValue &value)
    {
        if (!value.is(Kind::Object))
            return fail(value, QT_TRANSLATE_NOOP("Decoding", "a message of protobuf is an object of numbered fields"));
        for (const JsonMember &member : value.members) {
            const qsizetype colon = member.name.indexOf(':');
            const QByteArray type = colon < 0 ? QByteArray() : member.name.sliced(colon + 1);
            bool isNumber = false;
            const quint64 number = member.name.left(colon < 0 ? member.name.size() : colon).toULongLong(&isNumber);
            if (!isNumber || number == 0 || number >= (quint64{ 1 } << 29U))
                return fail(
                    member.value, QT_TRANSLATE_NOOP("Decoding", "the name of a field is its number, such as \"1\""));
            if (!member.value.is(Kind::Array)) {
                if (!field(number, type, member.value))
                    return false;
                continue;
            }
            for (const JsonMember &one : member.value.members) {
                if (!field(number, type, one.value))
                    return false;
            }
        }
        return true;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool field(quint64 number, const QByteArray &type, const JsonValue &value)
    {
        const quint64 tag = number << 3U;
        if (type == "group") {
            varint(tag | 3U);
            if (!message(value))
                return false;
            varint(tag | 4U);
            return true;
        }
        if (value.is(Kind::Object) && (type.isEmpty() || type == "message")) {
            const QByteArray outer = std::exchange(m_out, {});
            const bool isGood = message(value);
            const QByteArray inner = std::exchange(m_out, outer);
            return isGood && delimited(tag, inner);
        }
        if (value.is(Kind::String) && (type.isEmpty() || type == "string"))
            return delimited(tag, value.text);
        if (type == "bytes") {
            const auto bytes = hexOf(value);
            return bytes ? delimited(tag, *bytes) : fail(value, QT_TRANSLATE_NOOP("Decoding", "expected hex digits"));
        }
        return type.isEmpty() || type == "varint" ? integer(tag, value) : fixed(tag, type, value);
    }

    bool delimited(quint64 tag, const QByteArray &content)
    {
        varint(tag | 2U);
        varint(static_cast<quint64>(content.size()));
        m_out += content;
        return true;
    }

    bool integer(quint64 tag, const JsonValue &value)
    {
        const auto positive = unsignedOf(value);
        const auto any = integerOf(value);
        if (!positive && !any && !value.is(Kind::True) && !value.is(Kind::False))
            return fail(value, QT_TRANSLATE_NOOP("Decoding", "this format has no such value"));
        varint(tag);
        varint(positive ? *positive : any ? static_cast<quint64>(*any) : value.is(Kind::True) ? 1 : 0);
        return true;
    }

    bool fixed(quint64 tag, const QByteArray &type, const JsonValue &value)
    {
        const auto real = realOf(value);
        const auto bits = unsignedOf(value);
        if (type == "double" && real) {
            varint(tag | 1U);
            little(*real);
        } else if (type == "float" && real) {
            varint(tag | 5U);
            little(static_cast<float>(*real));
        } else if (type == "fixed64" && bits) {
            varint(tag | 1U);
            little(*bits);
        } else if (type == "fixed32" && bits && *bits <= 0xffffffff) {
            varint(tag | 5U);
            little(static_cast<quint32>(*bits));
        } else {
            return fail(value, QT_TRANSLATE_NOOP("Decoding", "not a value of this type of field"));
        }
        return true;
    }

    QByteArray m_out;
    TextProblem m_problem;
};

} // namespace

Result<QByteArray> protobufFromText(const QByteArray &text, qsizetype *errorAt)
{
    return ProtobufEncoder().encode(text, errorAt);
}

} // namespace pipeglass::decoding
