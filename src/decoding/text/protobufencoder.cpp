// SPDX-License-Identifier: MIT
#include "decoding/text/protobufencoder.h"

#include "decoding/schema/messagetypes.h"
#include "decoding/schema/scalar.h"
#include "decoding/schema/wirefields.h"
#include "decoding/text/protobuftext.h"

#include <algorithm>
#include <cctype>
#include <utility>

namespace pipeglass::decoding {

namespace {

using Kind = JsonValue::Kind;

} // namespace

void ProtobufEncoder::varint(quint64 value) { appendVarint(m_out, value); }

bool ProtobufEncoder::delimited(quint64 tag, QByteArrayView content)
{
    varint(tag | 2U);
    varint(static_cast<quint64>(content.size()));
    raw(content);
    return true;
}

template <typename Write>
bool ProtobufEncoder::sized(quint64 tag, const Write &write)
{
    const QByteArray outer = std::exchange(m_out, {});
    const bool isGood = write();
    const QByteArray inner = std::exchange(m_out, outer);
    return isGood && delimited(tag, inner);
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::message(const JsonValue &value, const MessageType *type)
{
    if (!value.is(Kind::Object))
        return fail(
            value,
            type == nullptr ? QT_TRANSLATE_NOOP("Decoding", "a message of protobuf is an object of numbered fields")
                            : QT_TRANSLATE_NOOP("Decoding", "a message of protobuf is an object of fields"));
    return std::ranges::all_of(value.members, [&](const JsonMember &member) {
        const FieldType *field = type == nullptr ? nullptr : type->find(QByteArrayView(member.name));
        return field != nullptr ? typed(*field, member.value) : numbered(member, type);
    });
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::numbered(const JsonMember &member, const MessageType *type)
{
    const qsizetype colon = member.name.indexOf(':');
    const QByteArray wanted = colon < 0 ? QByteArray() : member.name.sliced(colon + 1);
    bool isNumber = false;
    const quint64 number = member.name.left(colon < 0 ? member.name.size() : colon).toULongLong(&isNumber);
    if (!isNumber && type != nullptr)
        return fail(
            member.value,
            trText(QT_TRANSLATE_NOOP("Decoding", "%1 has no field %2"))
                .arg(QString::fromLatin1(type->name), QString::fromUtf8(member.name)));
    if (!isNumber || number == 0 || number >= WireFields::numbers)
        return fail(member.value, QT_TRANSLATE_NOOP("Decoding", "the name of a field is its number, such as \"1\""));
    if (!member.value.is(Kind::Array))
        return field(number, wanted, member.value);
    return std::ranges::all_of(
        member.value.members, [&](const JsonMember &one) { return field(number, wanted, one.value); });
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::field(quint64 number, const QByteArray &type, const JsonValue &value)
{
    const quint64 tag = number << 3U;
    if (type == "group") {
        varint(tag | 3U);
        if (!message(value, nullptr))
            return false;
        varint(tag | 4U);
        return true;
    }
    if (value.is(Kind::Object) && (type.isEmpty() || type == "message"))
        return sized(tag, [&] { return message(value, nullptr); });
    if (value.is(Kind::String) && (type.isEmpty() || type == "string"))
        return delimited(tag, value.text);
    if (type == "bytes") {
        const auto bytes = hexOf(value);
        return bytes ? delimited(tag, *bytes) : fail(value, QT_TRANSLATE_NOOP("Decoding", "expected hex digits"));
    }
    return type.isEmpty() || type == "varint" ? integer(tag, value) : fixed(tag, type, value);
}

bool ProtobufEncoder::integer(quint64 tag, const JsonValue &value)
{
    const auto positive = unsignedOf(value);
    const auto any = integerOf(value);
    if (!positive && !any && !value.is(Kind::True) && !value.is(Kind::False))
        return fail(value, QT_TRANSLATE_NOOP("Decoding", "this format has no such value"));
    varint(tag);
    varint(positive ? *positive : any ? static_cast<quint64>(*any) : value.is(Kind::True) ? 1 : 0);
    return true;
}

bool ProtobufEncoder::fixed(quint64 tag, const QByteArray &type, const JsonValue &value)
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

/// Null: the field is not set.
// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::typed(const FieldType &field, const JsonValue &value)
{
    if (value.is(Kind::Null))
        return true;
    if (field.isMap())
        return map(field, value);
    if (!value.is(Kind::Array))
        return typedValue(field, value);
    if (!field.isPacked)
        return std::ranges::all_of(value.members, [&](const JsonMember &one) { return typedValue(field, one.value); });
    return sized(quint64{ field.number } << 3U, [&] {
        return std::ranges::all_of(value.members, [&](const JsonMember &one) {
            return writeScalar(m_out, field, one.value)
                || fail(one.value, QT_TRANSLATE_NOOP("Decoding", "not a value of this type of field"));
        });
    });
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::typedValue(const FieldType &field, const JsonValue &value)
{
    const quint64 tag = quint64{ field.number } << 3U;
    switch (field.kind) {
    case FieldType::Kind::Group:
        varint(tag | 3U);
        if (!message(value, field.message))
            return false;
        varint(tag | 4U);
        return true;
    case FieldType::Kind::Message:
        return sized(tag, [&] { return message(value, field.message); });
    case FieldType::Kind::String:
        return value.is(Kind::String) ? delimited(tag, value.text)
                                      : fail(value, QT_TRANSLATE_NOOP("Decoding", "expected text in quotes"));
    case FieldType::Kind::Bytes: {
        const auto bytes = hexOf(value);
        return bytes ? delimited(tag, *bytes) : fail(value, QT_TRANSLATE_NOOP("Decoding", "expected hex digits"));
    }
    default:
        varint(tag | field.wireType());
        return writeScalar(m_out, field, value)
            || fail(value, QT_TRANSLATE_NOOP("Decoding", "not a value of this type of field"));
    }
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::map(const FieldType &field, const JsonValue &value)
{
    if (!value.is(Kind::Object))
        return fail(value, QT_TRANSLATE_NOOP("Decoding", "a map is an object of its keys and values"));
    return std::ranges::all_of(value.members, [&](const JsonMember &one) {
        return sized(quint64{ field.number } << 3U, [&] { return entry(field, one); });
    });
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ProtobufEncoder::entry(const FieldType &field, const JsonMember &member)
{
    const FieldType &keyField = field.message->fields[0];
    JsonValue key;
    key.at = member.value.at;
    key.text = member.name;
    // A key of another type stands in the quotes of a name.
    if (keyField.kind == FieldType::Kind::String)
        key.kind = Kind::String;
    else if (keyField.kind == FieldType::Kind::Bool && (member.name == "true" || member.name == "false"))
        key.kind = member.name == "true" ? Kind::True : Kind::False;
    else
        key.kind = Kind::Number;
    return typedValue(keyField, key) && typedValue(field.message->fields[1], member.value);
}

} // namespace pipeglass::decoding
