// SPDX-License-Identifier: MIT
#include "decoding/formats/cbordecoder.h"

#include "decoding/formats/itemwalker.h"
#include "decoding/text/cborencoder.h"

#include <QFloat16>

#include <limits>

namespace pipeglass::decoding {

namespace {

class CborReader : public ItemReader {
public:
    using ItemReader::ItemReader;

    Item next() override
    {
        const quint8 first = m_in.byte();
        if (!m_in.ok())
            return {};
        const unsigned major = first >> 5U;
        const unsigned info = first & 0x1fU;
        Item item = major == 7 ? simple(info) : typed(major, info);
        if (!m_in.ok())
            item.kind = Item::Kind::Invalid;
        return item;
    }

private:
    static constexpr unsigned indefinite = 31;

    quint64 argument(unsigned info)
    {
        if (info < 24)
            return info;
        switch (info) {
        case 24:
            return m_in.big<quint8>();
        case 25:
            return m_in.big<quint16>();
        case 26:
            return m_in.big<quint32>();
        case 27:
            return m_in.big<quint64>();
        default:
            m_in.fail();
            return 0;
        }
    }

    Item typed(unsigned major, unsigned info)
    {
        if (info == indefinite) {
            if (major == 2 || major == 3)
                return chunks(major);
            if (major == 4)
                return container(Item::Kind::Array, "array", Item::untilBreak);
            if (major == 5)
                return container(Item::Kind::Map, "map", Item::untilBreak);
            return {};
        }
        constexpr quint64 largestCount = quint64{ 1 } << 48U;
        const quint64 value = argument(info);
        if (value > largestCount && (major == 4 || major == 5))
            return {};
        switch (major) {
        case 0:
            return literal("integer", QString::number(value));
        case 1:
            return negative(value);
        case 2:
            return text(Item::Kind::Bytes, "bytes", value);
        case 3:
            return text(Item::Kind::String, "string", value);
        case 4:
            return container(Item::Kind::Array, "array", value);
        case 5:
            return container(Item::Kind::Map, "map", value);
        default: {
            Item tag = container(Item::Kind::Tag, "tag", 1);
            tag.value = QString::number(value);
            return tag;
        }
        }
    }

    /// -1 - value, which may need 65 bits.
    static Item negative(quint64 value)
    {
        if (value == std::numeric_limits<quint64>::max())
            return literal("integer", QStringLiteral("-18446744073709551616"));
        return literal("integer", QLatin1Char('-') + QString::number(value + 1));
    }

    /// A string of indefinite length: definite ones of the same type, then a break.
    Item chunks(unsigned major)
    {
        Item whole{
            major == 2 ? Item::Kind::Bytes : Item::Kind::String, major == 2 ? "bytes" : "string", {}, {}, {}, 0
        };
        for (;;) {
            const quint8 first = m_in.byte();
            if (first == 0xff && m_in.ok())
                break;
            if (!m_in.ok() || first >> 5U != major || (first & 0x1fU) == indefinite)
                return {};
            whole.joined.append(m_in.take(argument(first & 0x1fU)));
        }
        whole.content = whole.joined;
        return whole;
    }

    Item simple(unsigned info)
    {
        switch (info) {
        case 20:
            return literal("boolean", QStringLiteral("false"));
        case 21:
            return literal("boolean", QStringLiteral("true"));
        case 22:
            return literal("null", QStringLiteral("null"));
        case 23:
            return { Item::Kind::Text, "undefined", QStringLiteral("undefined"), {}, {}, 0 };
        case 25:
            return number(static_cast<double>(static_cast<float>(m_in.big<qfloat16>())), 2);
        case 26:
            return number(static_cast<double>(m_in.big<float>()), 4);
        case 27:
            return number(m_in.big<double>(), 8);
        case indefinite:
            return { Item::Kind::Break, "", {}, {}, {}, 0 };
        default:
            return literal("simple", QString::number(info < 24 ? info : argument(info)));
        }
    }
};

} // namespace

/// A container or a tag: a scalar alone is too likely to be anything else.
bool CborDecoder::mayBe(QByteArrayView payload) const
{
    const auto first = static_cast<quint8>(payload.isEmpty() ? 0 : payload[0]);
    return first >= 0x80 && first < 0xe0;
}

bool CborDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    CborReader reader(payload);
    return walkItems(reader, tree);
}

Result<QByteArray> CborDecoder::toText(QByteArrayView payload, const Hint & /*hint*/) const
{
    CborReader reader(payload);
    const auto text = itemText(reader);
    return text ? Result<QByteArray>(*text) : failure(notOfFormat(id()));
}

Result<QByteArray> CborDecoder::fromText(const QByteArray &text, const Hint & /*hint*/, qsizetype *errorAt) const
{
    return CborEncoder().encode(text, errorAt);
}

} // namespace pipeglass::decoding
