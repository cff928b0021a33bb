// SPDX-License-Identifier: MIT
#include "decoding/text/bsontext.h"

#include "core/bytetext.h"
#include "decoding/bytecursor.h"

namespace pipeglass::decoding {

namespace {

class BsonText {
public:
    explicit BsonText(QByteArrayView payload)
        : m_in(payload)
    {
    }

    std::optional<QByteArray> run()
    {
        QByteArray text;
        return document(text, false, 0) && m_in.atEnd() ? std::optional(text) : std::nullopt;
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool document(QByteArray &to, bool isArray, int depth)
    {
        const qsizetype from = m_in.at();
        const auto size = m_in.little<qint32>();
        to += isArray ? '[' : '{';
        for (bool isFirst = true;; isFirst = false) {
            const quint8 type = m_in.byte();
            if (!m_in.ok() || depth >= deepestText / 2)
                return false;
            if (type == 0)
                break;
            const QByteArrayView name = m_in.until('\0');
            // An object that begins with "$" is a value of a special type.
            if (!validUtf8(name) || (isFirst && !isArray && name.startsWith('$')))
                return false;
            to += isFirst ? "" : ",";
            if (!isArray)
                to += quotedJson(name) + ':';
            if (!element(type, to, depth))
                return false;
        }
        to += isArray ? ']' : '}';
        return m_in.at() - from == size;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestText
    bool element(quint8 type, QByteArray &to, int depth)
    {
        switch (type) {
        case 0x01: {
            const QByteArray text = realText(m_in.little<double>());
            to += text.startsWith('"') ? "{\"$numberDouble\":" + text + '}' : text;
            break;
        }
        case 0x02:
            return string(to);
        case 0x03:
        case 0x04:
            return document(to, type == 0x04, depth + 1);
        case 0x05:
            return binary(to);
        case 0x07:
            return hex(to, "$oid", 12);
        case 0x08: {
            const quint8 value = m_in.byte();
            to += value == 0 ? "false" : "true";
            return m_in.ok() && value <= 1;
        }
        case 0x09:
            special(to, "$date", "{\"$numberLong\":\"" + QByteArray::number(m_in.little<qint64>()) + "\"}");
            break;
        case 0x0a:
            to += "null";
            break;
        case 0x10:
            to += QByteArray::number(m_in.little<qint32>());
            break;
        case 0x12:
            special(to, "$numberLong", '"' + QByteArray::number(m_in.little<qint64>()) + '"');
            break;
        default:
            return rare(type, to);
        }
        return m_in.ok();
    }

    bool rare(quint8 type, QByteArray &to)
    {
        switch (type) {
        case 0x06:
            special(to, "$undefined", "true");
            break;
        case 0x0b: {
            const QByteArrayView pattern = m_in.until('\0');
            const QByteArrayView options = m_in.until('\0');
            if (!validUtf8(pattern) || !validUtf8(options))
                return false;
            special(
                to, "$regularExpression",
                "{\"pattern\":" + quotedJson(pattern) + ",\"options\":" + quotedJson(options) + '}');
            break;
        }
        case 0x0d:
        case 0x0e: {
            to += type == 0x0d ? "{\"$code\":" : "{\"$symbol\":";
            const bool isRead = string(to);
            to += '}';
            return isRead;
        }
        case 0x11: {
            const auto increment = m_in.little<quint32>();
            const auto time = m_in.little<quint32>();
            special(
                to, "$timestamp",
                "{\"t\":" + QByteArray::number(time) + ",\"i\":" + QByteArray::number(increment) + '}');
            break;
        }
        case 0x13:
            return hex(to, "$decimal128", 16);
        case 0xff:
            special(to, "$minKey", "1");
            break;
        case 0x7f:
            special(to, "$maxKey", "1");
            break;
        default:
            return false;
        }
        return m_in.ok();
    }

    static void special(QByteArray &to, const char *name, const QByteArray &value)
    {
        to += QByteArray("{\"") + name + "\":" + value + '}';
    }

    bool string(QByteArray &to)
    {
        const auto size = m_in.little<qint32>();
        const QByteArrayView text = m_in.take(static_cast<quint64>(qint64{ size }));
        if (!text.endsWith('\0') || !validUtf8(text.chopped(1)))
            return false;
        to += quotedJson(text.chopped(1));
        return true;
    }

    bool hex(QByteArray &to, const char *name, quint64 size)
    {
        special(to, name, '"' + m_in.take(size).toByteArray().toHex() + '"');
        return m_in.ok();
    }

    bool binary(QByteArray &to)
    {
        const auto size = m_in.little<qint32>();
        const quint8 subtype = m_in.byte();
        const QByteArrayView bytes = m_in.take(static_cast<quint64>(qint64{ size }));
        special(
            to, "$binary",
            "{\"base64\":\"" + bytes.toByteArray().toBase64() + R"(","subType":")"
                + QByteArray(1, static_cast<char>(subtype)).toHex() + "\"}");
        return m_in.ok();
    }

    ByteCursor m_in;
};

} // namespace

std::optional<QByteArray> bsonText(QByteArrayView payload) { return BsonText(payload).run(); }

} // namespace pipeglass::decoding
