// SPDX-License-Identifier: MIT
#include "decoding/text/cborencoder.h"

#include <QFloat16>

namespace pipeglass::decoding {

void CborEncoder::typed(unsigned major, quint64 argument)
{
    const unsigned type = major << 5U;
    if (argument < 24) {
        byte(type | static_cast<unsigned>(argument));
    } else if (argument <= 0xff) {
        byte(type | 24U);
        big(static_cast<quint8>(argument));
    } else if (argument <= 0xffff) {
        byte(type | 25U);
        big(static_cast<quint16>(argument));
    } else if (argument <= 0xffffffff) {
        byte(type | 26U);
        big(static_cast<quint32>(argument));
    } else {
        byte(type | 27U);
        big(argument);
    }
}

bool CborEncoder::integer(bool isNegative, quint64 argument)
{
    typed(isNegative ? 1 : 0, argument);
    return true;
}

void CborEncoder::real(double value)
{
    byte(0xfb);
    big(value);
}

void CborEncoder::real(float value)
{
    byte(0xfa);
    big(value);
}

void CborEncoder::head(Head kind, quint64 size)
{
    static constexpr unsigned majors[] = { 3, 2, 4, 5 };
    typed(majors[static_cast<size_t>(kind)], size);
}

// NOLINTNEXTLINE(misc-no-recursion): up to deepestText
bool CborEncoder::special(const JsonValue &object)
{
    const QByteArray &name = object.members.front().name;
    const JsonValue &value = object.members.front().value;
    if (name == "$tag") {
        const auto tag = unsignedOf(value);
        const JsonValue *content = memberOf(object, "$value");
        if (object.members.size() != 2 || !tag || content == nullptr)
            return false;
        typed(6, *tag);
        return add(*content);
    }
    if (object.members.size() != 1)
        return false;
    if (name == "$undefined") {
        byte(0xf7);
        return true;
    }
    if (name == "$float16") {
        const auto number = realOf(value);
        byte(0xf9);
        big(qfloat16(static_cast<float>(number.value_or(0))));
        return number.has_value();
    }
    const auto simple = unsignedOf(value);
    // 20 to 31 have other meanings, or are reserved.
    if (name != "$simple" || !simple || *simple > 255 || (*simple >= 20 && *simple < 32))
        return false;
    typed(7, *simple);
    return true;
}

} // namespace pipeglass::decoding
