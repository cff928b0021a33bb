// SPDX-License-Identifier: MIT
#include "decoding/text/messagepackencoder.h"

#include <QDateTime>
#include <QRegularExpression>

#include <limits>

namespace pipeglass::decoding {

bool MessagePackEncoder::integer(bool isNegative, quint64 argument)
{
    if (isNegative) {
        if (argument > static_cast<quint64>(std::numeric_limits<qint64>::max()))
            return false;
        const auto value = -1 - static_cast<qint64>(argument);
        if (value >= -32) {
            byte(static_cast<quint8>(value));
        } else if (value >= std::numeric_limits<qint8>::min()) {
            byte(0xd0);
            big(static_cast<qint8>(value));
        } else if (value >= std::numeric_limits<qint16>::min()) {
            byte(0xd1);
            big(static_cast<qint16>(value));
        } else if (value >= std::numeric_limits<qint32>::min()) {
            byte(0xd2);
            big(static_cast<qint32>(value));
        } else {
            byte(0xd3);
            big(value);
        }
        return true;
    }
    if (argument < 0x80) {
        byte(static_cast<unsigned>(argument));
    } else if (argument <= 0xff) {
        byte(0xcc);
        big(static_cast<quint8>(argument));
    } else if (argument <= 0xffff) {
        byte(0xcd);
        big(static_cast<quint16>(argument));
    } else if (argument <= 0xffffffff) {
        byte(0xce);
        big(static_cast<quint32>(argument));
    } else {
        byte(0xcf);
        big(argument);
    }
    return true;
}

void MessagePackEncoder::real(double value)
{
    byte(0xcb);
    big(value);
}

void MessagePackEncoder::real(float value)
{
    byte(0xca);
    big(value);
}

void MessagePackEncoder::head(Head kind, quint64 size)
{
    struct Forms {
        quint64 shortest; ///< sizes below that are in the first byte
        unsigned first;
        SizedForms others;
    };
    static constexpr Forms forms[] = {
        { 32, 0xa0, { 0xd9, 0xda, 0xdb } },
        { 0, 0, { 0xc4, 0xc5, 0xc6 } },
        { 16, 0x90, { 0, 0xdc, 0xdd } },
        { 16, 0x80, { 0, 0xde, 0xdf } },
    };
    const Forms &form = forms[static_cast<size_t>(kind)];
    if (size < form.shortest)
        byte(form.first | static_cast<unsigned>(size));
    else
        sized(form.others, size);
}

void MessagePackEncoder::sized(const SizedForms &forms, quint64 size)
{
    if (size <= 0xff && forms[0] != 0) {
        byte(forms[0]);
        big(static_cast<quint8>(size));
    } else if (size <= 0xffff) {
        byte(forms[1]);
        big(static_cast<quint16>(size));
    } else {
        byte(forms[2]);
        big(static_cast<quint32>(size));
    }
}

void MessagePackEncoder::extension(qint8 type, QByteArrayView content)
{
    const auto size = static_cast<quint64>(content.size());
    switch (size) {
    case 1:
    case 2:
    case 4:
    case 8:
    case 16:
        byte(0xd4U + static_cast<unsigned>(qCountTrailingZeroBits(size)));
        break;
    default:
        sized({ 0xc7, 0xc8, 0xc9 }, size);
        break;
    }
    big(type);
    raw(content);
}

void MessagePackEncoder::timestamp(qint64 seconds, quint32 nanoseconds)
{
    char bytes[12];
    if (seconds >= 0 && seconds < (qint64{ 1 } << 34U)) {
        if (nanoseconds == 0 && seconds <= 0xffffffff) {
            qToBigEndian(static_cast<quint32>(seconds), bytes);
            extension(-1, QByteArrayView(bytes, 4));
        } else {
            qToBigEndian(quint64{ nanoseconds } << 34U | static_cast<quint64>(seconds), bytes);
            extension(-1, QByteArrayView(bytes, 8));
        }
        return;
    }
    qToBigEndian(nanoseconds, bytes);
    qToBigEndian(seconds, &bytes[4]);
    extension(-1, QByteArrayView(bytes, 12));
}

bool MessagePackEncoder::special(const JsonValue &object)
{
    const JsonValue &value = object.members.front().value;
    if (object.members.front().name == "$timestamp" && object.members.size() == 1) {
        static const QRegularExpression form(QStringLiteral(R"(^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d{1,9}))?Z$)"));
        const QRegularExpressionMatch match = form.match(QString::fromUtf8(value.text));
        const QDateTime time = QDateTime::fromString(match.captured(1) + u'Z', Qt::ISODate);
        if (!match.hasMatch() || !time.isValid())
            return fail(
                value, trText(QT_TRANSLATE_NOOP("Decoding", "expected a time such as \"2026-01-31T23:59:59.123Z\"")));
        timestamp(time.toSecsSinceEpoch(), match.captured(2).leftJustified(9, u'0').toUInt());
        return true;
    }
    const JsonValue *content = memberOf(object, "$hex");
    const auto type = integerOf(value);
    const auto bytes = content != nullptr ? hexOf(*content) : std::nullopt;
    if (object.members.front().name != "$ext" || object.members.size() != 2 || !type || !bytes || *type < -128
        || *type > 127)
        return false;
    extension(static_cast<qint8>(*type), *bytes);
    return true;
}

} // namespace pipeglass::decoding
