// SPDX-License-Identifier: MIT
#include "decoding/text/itemtext.h"

namespace pipeglass::decoding {

namespace {

using Kind = JsonValue::Kind;

} // namespace

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ItemEncoder::add(const JsonValue &value)
{
    switch (value.kind) {
    case Kind::Null:
        null();
        return true;
    case Kind::False:
    case Kind::True:
        boolean(value.is(Kind::True));
        return true;
    case Kind::Number:
        return number(value);
    case Kind::String:
        head(Head::String, static_cast<quint64>(value.text.size()));
        raw(value.text);
        return true;
    case Kind::Array:
        head(Head::Array, value.members.size());
        for (const JsonMember &one : value.members) {
            if (!add(one.value))
                return false;
        }
        return true;
    default:
        return object(value);
    }
}

/// With a fraction or an exponent it is a float.
bool ItemEncoder::number(const JsonValue &value)
{
    const QByteArray &digits = value.text;
    if (digits.contains('.') || digits.contains('e') || digits.contains('E')) {
        real(realOf(value).value_or(0));
        return true;
    }
    const bool isNegative = digits.startsWith('-') && digits != "-0";
    bool isGood = false;
    quint64 argument = digits.sliced(digits.startsWith('-') ? 1 : 0).toULongLong(&isGood);
    if (isNegative && digits == "-18446744073709551616") {
        isGood = true;
        argument = 0;
    }
    if (isGood && integer(isNegative, isNegative ? argument - 1 : argument))
        return true;
    return fail(value, QT_TRANSLATE_NOOP("Decoding", "this format has no integer of this size"));
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ItemEncoder::object(const JsonValue &value)
{
    if (!value.members.empty() && value.members.front().name.startsWith('$')) {
        bool isKnown = false;
        if (common(value, isKnown) || (!isKnown && special(value)))
            return true;
        return fail(
            value,
            trText(QT_TRANSLATE_NOOP("Decoding", "%1 is not known here, or its value is wrong"))
                .arg(QString::fromUtf8(value.members.front().name)));
    }
    head(Head::Map, value.members.size());
    for (const JsonMember &one : value.members) {
        head(Head::String, static_cast<quint64>(one.name.size()));
        raw(one.name);
        if (!add(one.value))
            return false;
    }
    return true;
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ItemEncoder::common(const JsonValue &object, bool &isKnown)
{
    const QByteArray &name = object.members.front().name;
    const JsonValue &value = object.members.front().value;
    isKnown = object.members.size() == 1
        && (name == "$hex" || name == "$string" || name == "$map" || name == "$float" || name == "$float32");
    if (!isKnown)
        return false;
    if (name == "$map")
        return pairs(value);
    if (name == "$hex" || name == "$string") {
        const auto bytes = hexOf(value);
        if (bytes) {
            head(name == "$hex" ? Head::Bytes : Head::String, static_cast<quint64>(bytes->size()));
            raw(*bytes);
        }
        return bytes.has_value();
    }
    const auto number = realOf(value);
    if (number && name == "$float")
        real(*number);
    else if (number)
        real(static_cast<float>(*number));
    return number.has_value();
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool ItemEncoder::pairs(const JsonValue &list)
{
    if (!list.is(Kind::Array))
        return false;
    head(Head::Map, list.members.size());
    for (const JsonMember &one : list.members) {
        if (!one.value.is(Kind::Array) || one.value.members.size() != 2)
            return fail(one.value, QT_TRANSLATE_NOOP("Decoding", "expected a pair: [key, value]"));
        if (!add(one.value.members[0].value) || !add(one.value.members[1].value))
            return false;
    }
    return true;
}

} // namespace pipeglass::decoding
