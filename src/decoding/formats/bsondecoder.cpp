// SPDX-License-Identifier: MIT
#include "decoding/formats/bsondecoder.h"

#include "decoding/bytecursor.h"
#include "decoding/formats/itemwalker.h"
#include "decoding/text/bsontext.h"

#include <QDateTime>

#include <cmath>

namespace pipeglass::decoding {

namespace {

class BsonWalker {
public:
    BsonWalker(QByteArrayView bytes, TreeBuilder &tree)
        : m_in(bytes)
        , m_tree(tree)
    {
    }

    bool walk()
    {
        const bool isRead = open(QString(), "document", 0) && elements() && m_in.atEnd();
        if (!isRead)
            m_tree.stop(m_in.rest(), m_in.at());
        return isRead;
    }

private:
    bool open(const QString &name, const char *type, qsizetype start)
    {
        constexpr qint32 smallest = 5;
        const qsizetype from = m_in.at();
        const auto size = m_in.little<qint32>();
        const qsizetype outer = m_ends.empty() ? m_in.bytes().size() : m_ends.back();
        if (!m_in.ok() || size < smallest || size > outer - from)
            return false;
        m_tree.open(name, type, start);
        m_ends.push_back(from + size);
        return true;
    }

    bool elements()
    {
        while (!m_ends.empty()) {
            const qsizetype start = m_in.at();
            const quint8 type = m_in.byte();
            if (!m_in.ok() || m_in.at() > m_ends.back())
                return false;
            if (type != 0) {
                const QString name = shownText(m_in.until('\0'));
                if (!m_in.ok() || !element(type, name, start) || !m_in.ok())
                    return false;
                continue;
            }
            if (m_in.at() != m_ends.back())
                return false;
            m_ends.pop_back();
            m_tree.close(m_in.at());
        }
        return true;
    }

    bool element(quint8 type, const QString &name, qsizetype start)
    {
        switch (type) {
        case 0x01: {
            const auto value = m_in.little<double>();
            if (std::isfinite(value))
                m_tree.literal(name, "double", numberText(value), start, m_in.at());
            else
                m_tree.text(name, "double", numberText(value), start, m_in.at());
            return true;
        }
        case 0x02:
        case 0x0d:
        case 0x0e:
            return string(name, type == 0x02 ? "string" : type == 0x0d ? "code" : "symbol", start);
        case 0x03:
            return open(name, "document", start);
        case 0x04:
            return open(name, "array", start);
        case 0x05:
            return binary(name, start);
        case 0x07:
            return raw(name, "objectid", 12, start);
        case 0x08:
            return boolean(name, start);
        case 0x09:
            return dateTime(name, start);
        case 0x0a:
            m_tree.literal(name, "null", QStringLiteral("null"), start, m_in.at());
            return true;
        case 0x10:
            return integer(name, "int32", m_in.little<qint32>(), start);
        case 0x11:
            return integer(name, "timestamp", m_in.little<quint64>(), start);
        case 0x12:
            return integer(name, "int64", m_in.little<qint64>(), start);
        default:
            return rare(type, name, start);
        }
    }

    bool rare(quint8 type, const QString &name, qsizetype start)
    {
        switch (type) {
        case 0x06:
            m_tree.text(name, "undefined", QStringLiteral("undefined"), start, m_in.at());
            return true;
        case 0x0b: {
            const QByteArrayView pattern = m_in.until('\0');
            const QByteArrayView options = m_in.until('\0');
            m_tree.text(
                name, "regex", QStringLiteral("/%1/%2").arg(shownText(pattern), shownText(options)), start, m_in.at());
            return true;
        }
        case 0x13:
            return raw(name, "decimal128", 16, start);
        case 0xff:
        case 0x7f:
            m_tree.text(name, type == 0x7f ? "maxkey" : "minkey", QString(), start, m_in.at());
            return true;
        default:
            return false;
        }
    }

    bool raw(const QString &name, const char *type, quint64 size, qsizetype start)
    {
        const QByteArrayView bytes = m_in.take(size);
        m_tree.text(name, type, hexStart(bytes), start, m_in.at());
        return true;
    }

    template <typename Number>
    bool integer(const QString &name, const char *type, Number value, qsizetype start)
    {
        m_tree.literal(name, type, QString::number(value), start, m_in.at());
        return true;
    }

    bool boolean(const QString &name, qsizetype start)
    {
        const quint8 value = m_in.byte();
        m_tree.literal(
            name, "boolean", value == 0 ? QStringLiteral("false") : QStringLiteral("true"), start, m_in.at());
        return value <= 1;
    }

    bool string(const QString &name, const char *type, qsizetype start)
    {
        const auto size = m_in.little<qint32>();
        const QByteArrayView text = m_in.take(static_cast<quint64>(qint64{ size }));
        if (!text.endsWith('\0'))
            return false;
        m_tree.utf8(name, type, text.chopped(1), start, m_in.at());
        return true;
    }

    bool binary(const QString &name, qsizetype start)
    {
        const auto size = m_in.little<qint32>();
        const quint8 subtype = m_in.byte();
        const QByteArrayView bytes = m_in.take(static_cast<quint64>(qint64{ size }));
        if (m_in.ok())
            m_tree.bytes(name, subtype == 3 || subtype == 4 ? "uuid" : "bytes", bytes, start, m_in.at());
        return m_in.ok();
    }

    bool dateTime(const QString &name, qsizetype start)
    {
        constexpr qint64 furthest = 253402300800000; // the year 10000
        const auto milliseconds = m_in.little<qint64>();
        const bool isShown = milliseconds > -furthest && milliseconds < furthest;
        m_tree.text(
            name, "datetime",
            isShown ? QDateTime::fromMSecsSinceEpoch(milliseconds, Qt::UTC).toString(Qt::ISODateWithMs)
                    : QString::number(milliseconds),
            start, m_in.at());
        return true;
    }

    ByteCursor m_in;
    TreeBuilder &m_tree;
    std::vector<qsizetype> m_ends; ///< of the open documents
};

} // namespace

bool BsonDecoder::mayBe(QByteArrayView payload) const
{
    return payload.size() >= 5 && payload.endsWith('\0') && qFromLittleEndian<qint32>(payload.data()) == payload.size();
}

bool BsonDecoder::decode(QByteArrayView payload, const Hint & /*hint*/, TreeBuilder &tree) const
{
    return BsonWalker(payload, tree).walk();
}

Result<QByteArray> BsonDecoder::toText(QByteArrayView payload, const Hint & /*hint*/) const
{
    const auto text = bsonText(payload);
    return text ? Result<QByteArray>(*text) : failure(notOfFormat(id()));
}

Result<QByteArray> BsonDecoder::fromText(const QByteArray &text, const Hint & /*hint*/, qsizetype *errorAt) const
{
    return bsonFromText(text, errorAt);
}

} // namespace pipeglass::decoding
