// SPDX-License-Identifier: MIT
#include "decoding/formats/messagepackdecoder.h"

#include "decoding/formats/itemwalker.h"
#include "decoding/text/messagepackencoder.h"

#include <QDateTime>
#include <QTimeZone>

namespace pipeglass::decoding {

namespace {

/// Seconds since 1970 and nanoseconds; empty if Qt cannot represent it.
QString timestampText(qint64 seconds, quint32 nanoseconds)
{
    constexpr qint64 furthest = 253402300800; // the year 10000
    if (seconds < -furthest || seconds >= furthest || nanoseconds >= 1'000'000'000)
        return {};
    QString text = QDateTime::fromSecsSinceEpoch(seconds, Qt::UTC).toString(Qt::ISODate);
    if (nanoseconds > 0)
        text.insert(text.size() - 1, QStringLiteral(".%1").arg(nanoseconds, 9, 10, QLatin1Char('0')));
    return text;
}

class MessagePackReader : public ItemReader {
public:
    using ItemReader::ItemReader;

    Item next() override
    {
        const quint8 head = m_in.byte();
        if (!m_in.ok())
            return {};
        if (head < 0x80)
            return integer(head);
        if (head < 0x90)
            return container(Item::Kind::Map, "map", head & 0xfU);
        if (head < 0xa0)
            return container(Item::Kind::Array, "array", head & 0xfU);
        if (head < 0xc0)
            return text(Item::Kind::String, "string", head & 0x1fU);
        if (head >= 0xe0)
            return integer(static_cast<qint8>(head));
        Item item = longItem(head);
        if (!m_in.ok())
            item.kind = Item::Kind::Invalid;
        return item;
    }

private:
    template <typename Number>
    static Item integer(Number value)
    {
        return literal("integer", QString::number(value));
    }

    Item longItem(quint8 head)
    {
        switch (head) {
        case 0xc0:
            return literal("null", QStringLiteral("null"));
        case 0xc2:
            return literal("boolean", QStringLiteral("false"));
        case 0xc3:
            return literal("boolean", QStringLiteral("true"));
        case 0xca:
            return number(static_cast<double>(m_in.big<float>()), 4);
        case 0xcb:
            return number(m_in.big<double>(), 8);
        case 0xcc:
            return integer(m_in.big<quint8>());
        case 0xcd:
            return integer(m_in.big<quint16>());
        case 0xce:
            return integer(m_in.big<quint32>());
        case 0xcf:
            return integer(m_in.big<quint64>());
        case 0xd0:
            return integer(m_in.big<qint8>());
        case 0xd1:
            return integer(m_in.big<qint16>());
        case 0xd2:
            return integer(m_in.big<qint32>());
        case 0xd3:
            return integer(m_in.big<qint64>());
        default:
            return sizedItem(head);
        }
    }

    Item sizedItem(quint8 head)
    {
        if (head >= 0xd4 && head <= 0xd8)
            return extension(quint64{ 1 } << (head - 0xd4U));
        // Size of the length: 8, 16 or 32 bits.
        switch (head) {
        case 0xc4:
        case 0xc5:
        case 0xc6:
            return text(Item::Kind::Bytes, "bytes", length(head - 0xc4U));
        case 0xc7:
        case 0xc8:
        case 0xc9:
            return extension(length(head - 0xc7U));
        case 0xd9:
        case 0xda:
        case 0xdb:
            return text(Item::Kind::String, "string", length(head - 0xd9U));
        case 0xdc:
        case 0xdd:
            return container(Item::Kind::Array, "array", length(head - 0xdcU + 1));
        case 0xde:
        case 0xdf:
            return container(Item::Kind::Map, "map", length(head - 0xdeU + 1));
        default:
            return {};
        }
    }

    quint64 length(unsigned power)
    {
        return power == 0 ? m_in.big<quint8>() : power == 1 ? m_in.big<quint16>() : m_in.big<quint32>();
    }

    Item extension(quint64 size)
    {
        constexpr qint8 timestamp = -1;
        const auto type = m_in.big<qint8>();
        Item bytes = text(Item::Kind::Bytes, "extension", size);
        bytes.isExtension = true;
        bytes.detail = type;
        if (type != timestamp || bytes.kind == Item::Kind::Invalid)
            return bytes;
        ByteCursor in(bytes.content);
        QString value;
        if (size == 4) {
            value = timestampText(in.big<quint32>(), 0);
        } else if (size == 8) {
            const auto both = in.big<quint64>();
            value = timestampText(
                static_cast<qint64>(both & ((quint64{ 1 } << 34U) - 1)), static_cast<quint32>(both >> 34U));
        } else if (size == 12) {
            const auto nanoseconds = in.big<quint32>();
            value = timestampText(in.big<qint64>(), nanoseconds);
        }
        return value.isEmpty() ? bytes : Item{ Item::Kind::Text, "timestamp", value, {}, {}, 0 };
    }
};

} // namespace

/// A container: a scalar alone is too likely to be anything else.
bool MessagePackDecoder::mayBe(QByteArrayView payload) const
{
    const auto head = static_cast<quint8>(payload.isEmpty() ? 0 : payload[0]);
    return (head >= 0x80 && head < 0xa0) || (head >= 0xdc && head <= 0xdf);
}

bool MessagePackDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    MessagePackReader reader(payload);
    return walkItems(reader, tree);
}

Result<QByteArray> MessagePackDecoder::toText(QByteArrayView payload, const Hint & /*hint*/) const
{
    MessagePackReader reader(payload);
    const auto text = itemText(reader);
    return text ? Result<QByteArray>(*text) : failure(notOfFormat(id()));
}

Result<QByteArray> MessagePackDecoder::fromText(const QByteArray &text, const Hint & /*hint*/, qsizetype *errorAt) const
{
    return MessagePackEncoder().encode(text, errorAt);
}

} // namespace pipeglass::decoding
