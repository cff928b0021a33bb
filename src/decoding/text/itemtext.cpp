// SPDX-License-Identifier: MIT
#include "decoding/text/itemtext.h"

#include "core/bytetext.h"

#include <utility>

namespace pipeglass::decoding {

namespace {

/// A map of pairs is three levels of text.
constexpr int deepestItem = deepestText / 4;

class ItemText {
public:
    explicit ItemText(ItemReader &reader)
        : m_reader(reader)
    {
    }

    std::optional<QByteArray> run()
    {
        QByteArray text;
        return add(m_reader.next(), text, 0) && m_reader.in().atEnd() ? std::optional(text) : std::nullopt;
    }

private:
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestItem
    bool add(const Item &item, QByteArray &to, int depth)
    {
        switch (item.kind) {
        case Item::Kind::Literal:
        case Item::Kind::Text:
            to += scalar(item);
            return true;
        case Item::Kind::String:
            to += string(item.content);
            return true;
        case Item::Kind::Bytes:
            to += item.isExtension
                ? "{\"$ext\":" + QByteArray::number(item.detail) + ",\"$hex\":" + hex(item.content) + '}'
                : "{\"$hex\":" + hex(item.content) + '}';
            return true;
        case Item::Kind::Array:
            return depth < deepestItem && array(item, to, depth);
        case Item::Kind::Map:
            return depth < deepestItem && map(item, to, depth);
        case Item::Kind::Tag:
            to += "{\"$tag\":" + item.value.toLatin1() + ",\"$value\":";
            if (depth >= deepestItem || !add(m_reader.next(), to, depth + 1))
                return false;
            to += '}';
            return true;
        default:
            return false;
        }
    }

    static QByteArray hex(QByteArrayView bytes)
    {
        return '"' + QByteArray::fromRawData(bytes.data(), bytes.size()).toHex() + '"';
    }

    static QByteArray string(QByteArrayView content)
    {
        return validUtf8(content) ? quotedJson(content) : "{\"$string\":" + hex(content) + '}';
    }

    static QByteArray scalar(const Item &item)
    {
        const QByteArrayView type(item.type);
        if (type == "float") {
            const QByteArray value = item.detail == 8 ? realText(item.real) : realText(static_cast<float>(item.real));
            const QByteArray name = item.detail == 8 ? "$float" : "$float" + QByteArray::number(item.detail * 8);
            return item.detail == 8 && !value.startsWith('"') ? value : "{\"" + name + "\":" + value + '}';
        }
        if (type == "timestamp")
            return "{\"$timestamp\":" + quotedJson(item.value.toUtf8()) + '}';
        if (type == "undefined")
            return "{\"$undefined\":true}";
        if (type == "simple")
            return "{\"$simple\":" + item.value.toLatin1() + '}';
        return item.value.toLatin1();
    }

    /// Whether there is another entry.
    bool next(const Item &container, quint64 done, Item &entry)
    {
        if (container.count != Item::untilBreak && done == container.count)
            return false;
        entry = m_reader.next();
        return container.count != Item::untilBreak || entry.kind != Item::Kind::Break;
    }

    // NOLINTNEXTLINE(misc-no-recursion): up to deepestItem
    bool array(const Item &container, QByteArray &to, int depth)
    {
        to += '[';
        Item entry;
        for (quint64 done = 0; next(container, done, entry); ++done) {
            if (done > 0)
                to += ',';
            if (!add(entry, to, depth + 1))
                return false;
        }
        to += ']';
        return true;
    }

    /// As an object if all keys are text, else as pairs.
    // NOLINTNEXTLINE(misc-no-recursion): up to deepestItem
    bool map(const Item &container, QByteArray &to, int depth)
    {
        std::vector<std::pair<QByteArray, QByteArray>> entries;
        bool isObject = true;
        Item key;
        for (quint64 done = 0; next(container, done, key); ++done) {
            std::pair<QByteArray, QByteArray> entry;
            const bool isText = key.kind == Item::Kind::String && validUtf8(key.content);
            isObject = isObject && isText && !(done == 0 && key.content.startsWith('$'));
            if (!add(key, entry.first, depth + 1) || !add(m_reader.next(), entry.second, depth + 1))
                return false;
            entries.push_back(std::move(entry));
        }
        to += isObject ? "{" : "{\"$map\":[";
        bool isFirst = true;
        for (const auto &[name, value] : entries) {
            if (!std::exchange(isFirst, false))
                to += ',';
            to += isObject ? name + ':' + value : '[' + name + ',' + value + ']';
        }
        to += isObject ? "}" : "]}";
        return true;
    }

    ItemReader &m_reader;
};

} // namespace

std::optional<QByteArray> itemText(ItemReader &reader) { return ItemText(reader).run(); }

} // namespace pipeglass::decoding
