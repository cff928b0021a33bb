// SPDX-License-Identifier: MIT
#include "decoding/text/bsontext.h"
#include "decoding/text/valueencoder.h"

#include <QDateTime>
#include <QtEndian>

#include <algorithm>
#include <limits>

namespace pipeglass::decoding {

namespace {

using Kind = JsonValue::Kind;

class BsonEncoder : public ValueEncoder {
protected:
    [[nodiscard]] bool write(const JsonValue &root) override
    {
        return root.is(Kind::Object) ? document(root)
                                     : fail(root, QT_TRANSLATE_NOOP("Decoding", "a message of BSON is an object"));
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool document(const JsonValue &value)
    {
        const qsizetype from = m_out.size();
        little(qint32{ 0 });
        for (size_t index = 0; index < value.members.size(); ++index) {
            const JsonMember &member = value.members[index];
            const qsizetype typeAt = m_out.size();
            m_out += '\0';
            m_out += value.is(Kind::Array) ? QByteArray::number(static_cast<qulonglong>(index)) : member.name;
            m_out += '\0';
            if (member.name.contains('\0'))
                return fail(member.value, QT_TRANSLATE_NOOP("Decoding", "a name must not contain NUL"));
            int type = -1;
            if (!element(member.value, type))
                return false;
            m_out[typeAt] = static_cast<char>(type);
        }
        m_out += '\0';
        qToLittleEndian(static_cast<qint32>(m_out.size() - from), m_out.data() + from);
        return true;
    }

    /// Writes a value, and sets its type.
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool element(const JsonValue &value, int &type)
    {
        switch (value.kind) {
        case Kind::Null:
            type = 0x0a;
            return true;
        case Kind::False:
        case Kind::True:
            type = 0x08;
            m_out += value.is(Kind::True) ? '\1' : '\0';
            return true;
        case Kind::String:
            type = 0x02;
            return string(value);
        case Kind::Number:
            return number(value, type);
        case Kind::Array:
            type = 0x04;
            return document(value);
        default:
            if (value.members.empty() || !value.members.front().name.startsWith('$')) {
                type = 0x03;
                return document(value);
            }
            if (value.members.size() == 1 && special(value.members.front(), type))
                return true;
            return fail(value, QT_TRANSLATE_NOOP("Decoding", "not known in Extended JSON, or its value is wrong"));
        }
    }

    bool number(const JsonValue &value, int &type)
    {
        if (value.text.contains('.') || value.text.contains('e') || value.text.contains('E')) {
            type = 0x01;
            little(realOf(value).value_or(0));
            return true;
        }
        const auto integer = integerOf(value);
        if (!integer)
            return fail(value, QT_TRANSLATE_NOOP("Decoding", "this format has no integer of this size"));
        const bool isShort =
            *integer >= std::numeric_limits<qint32>::min() && *integer <= std::numeric_limits<qint32>::max();
        type = isShort ? 0x10 : 0x12;
        if (isShort)
            little(static_cast<qint32>(*integer));
        else
            little(*integer);
        return true;
    }

    bool string(const JsonValue &value)
    {
        little(static_cast<qint32>(value.text.size() + 1));
        m_out += value.text + '\0';
        return value.is(Kind::String);
    }

    bool special(const JsonMember &member, int &type)
    {
        struct Word {
            const char *name;
            int type;
        };
        static constexpr Word words[] = {
            { "$numberDouble", 0x01 }, { "$binary", 0x05 },     { "$undefined", 0x06 },
            { "$oid", 0x07 },          { "$date", 0x09 },       { "$regularExpression", 0x0b },
            { "$code", 0x0d },         { "$symbol", 0x0e },     { "$numberInt", 0x10 },
            { "$timestamp", 0x11 },    { "$numberLong", 0x12 }, { "$decimal128", 0x13 },
            { "$maxKey", 0x7f },       { "$minKey", 0xff },
        };
        const auto *word = std::ranges::find_if(words, [&](const Word &one) { return member.name == one.name; });
        if (word == std::end(words))
            return false;
        type = word->type;
        return content(member.value, type);
    }

    bool content(const JsonValue &value, int type)
    {
        switch (type) {
        case 0x01:
            little(realOf(value).value_or(0));
            return realOf(value).has_value();
        case 0x05:
            return binary(value);
        case 0x07:
        case 0x13:
            return bytes(value, type == 0x07 ? 12 : 16);
        case 0x09:
            return date(value);
        case 0x0b:
            return pair(value, "pattern", "options");
        case 0x0d:
        case 0x0e:
            return string(value);
        case 0x10:
        case 0x12:
            return integer(value, type);
        case 0x11:
            return timestamp(value);
        default:
            return true;
        }
    }

    bool integer(const JsonValue &value, int type)
    {
        bool isGood = false;
        const qint64 number = value.text.toLongLong(&isGood);
        if (type == 0x12)
            little(number);
        else
            little(static_cast<qint32>(number));
        return isGood && (type == 0x12 || number == static_cast<qint32>(number));
    }

    bool bytes(const JsonValue &value, qsizetype size)
    {
        const auto found = hexOf(value);
        m_out += found.value_or(QByteArray());
        return found && found->size() == size;
    }

    bool binary(const JsonValue &value)
    {
        const JsonValue *text = memberOf(value, "base64");
        const JsonValue *type = memberOf(value, "subType");
        const auto subtype = type == nullptr ? std::nullopt : hexOf(*type);
        if (text == nullptr || !subtype || subtype->size() != 1)
            return false;
        const auto content = QByteArray::fromBase64Encoding(text->text, QByteArray::AbortOnBase64DecodingErrors);
        little(static_cast<qint32>(content.decoded.size()));
        m_out += *subtype + content.decoded;
        return static_cast<bool>(content);
    }

    bool date(const JsonValue &value)
    {
        const JsonValue *number = memberOf(value, "$numberLong");
        if (number != nullptr)
            return integer(*number, 0x12);
        const QDateTime time = QDateTime::fromString(QString::fromUtf8(value.text), Qt::ISODateWithMs);
        little(time.isValid() ? time.toMSecsSinceEpoch() : 0);
        return value.is(Kind::String) && time.isValid();
    }

    bool pair(const JsonValue &value, QByteArrayView first, QByteArrayView second)
    {
        const JsonValue *one = memberOf(value, first);
        const JsonValue *other = memberOf(value, second);
        if (one == nullptr || other == nullptr || one->text.contains('\0') || other->text.contains('\0'))
            return false;
        m_out += one->text + '\0' + other->text + '\0';
        return one->is(Kind::String) && other->is(Kind::String);
    }

    bool timestamp(const JsonValue &value)
    {
        const JsonValue *time = memberOf(value, "t");
        const JsonValue *increment = memberOf(value, "i");
        const auto t = unsignedOf(time == nullptr ? JsonValue() : *time);
        const auto i = unsignedOf(increment == nullptr ? JsonValue() : *increment);
        little(static_cast<quint32>(i.value_or(0)));
        little(static_cast<quint32>(t.value_or(0)));
        return t && i && qMax(*t, *i) <= 0xffffffff;
    }
};

} // namespace

Result<QByteArray> bsonFromText(const QByteArray &text, qsizetype *errorAt)
{
    return BsonEncoder().encode(text, errorAt);
}

} // namespace pipeglass::decoding
