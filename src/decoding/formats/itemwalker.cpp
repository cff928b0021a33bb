// SPDX-License-Identifier: MIT
#include "decoding/formats/itemwalker.h"

#include <QLocale>

#include <cmath>

namespace pipeglass::decoding {

namespace {

class ItemWalker {
public:
    ItemWalker(ItemReader &reader, TreeBuilder &tree)
        : m_reader(reader)
        , m_tree(tree)
    {
    }

    bool walk()
    {
        if (add(m_reader.next(), QString(), 0) && entries() && m_reader.in().atEnd())
            return true;
        m_tree.stop(m_reader.in().rest(), m_reader.in().at());
        return false;
    }

private:
    struct Level {
        Item::Kind kind;
        QString tag;
        quint64 left;
        quint64 next;
    };

    bool entries()
    {
        while (!m_levels.empty()) {
            Level &level = m_levels.back();
            if (level.left == 0) {
                close();
                continue;
            }
            const qsizetype start = m_reader.in().at();
            Item item = m_reader.next();
            if (item.kind == Item::Kind::Break) {
                if (level.left != Item::untilBreak)
                    return false;
                close();
                continue;
            }
            if (level.left != Item::untilBreak)
                --level.left;
            QString name = level.kind == Item::Kind::Tag ? level.tag : QString::number(level.next++);
            if (level.kind == Item::Kind::Map) {
                if (!keyText(item, start, name))
                    return false;
                item = m_reader.next();
            }
            if (!add(item, name, start))
                return false;
        }
        return true;
    }

    void close()
    {
        m_levels.pop_back();
        m_tree.close(m_reader.in().at());
    }

    bool add(const Item &item, const QString &name, qsizetype start)
    {
        const qsizetype end = m_reader.in().at();
        switch (item.kind) {
        case Item::Kind::Literal:
            m_tree.literal(name, item.type, item.value, start, end);
            return true;
        case Item::Kind::Text:
            m_tree.text(name, item.type, item.value, start, end);
            return true;
        case Item::Kind::String:
            m_tree.utf8(name, item.type, item.content, start, end);
            return true;
        case Item::Kind::Bytes:
            m_tree.bytes(name, item.type, item.content, start, end);
            return true;
        case Item::Kind::Array:
        case Item::Kind::Map:
        case Item::Kind::Tag:
            m_tree.open(name, item.type, start);
            m_levels.push_back({ item.kind, item.value, item.count, 0 });
            return true;
        case Item::Kind::Break:
        case Item::Kind::Invalid:
            break;
        }
        return false;
    }

    /// A key that is a container is named by its bytes.
    bool keyText(const Item &key, qsizetype start, QString &name)
    {
        switch (key.kind) {
        case Item::Kind::Literal:
        case Item::Kind::Text:
            name = key.value;
            return true;
        case Item::Kind::String:
            name = shownText(key.content);
            return true;
        case Item::Kind::Bytes:
            name = hexStart(key.content);
            return true;
        default:
            break;
        }
        if (!skip(key))
            return false;
        name = hexStart(m_reader.in().since(start));
        return true;
    }

    /// The items of a container. Each takes a byte at least, so the loop is bounded.
    bool skip(const Item &container)
    {
        std::vector<quint64> left{ itemsOf(container) };
        while (!left.empty()) {
            if (left.back() == 0) {
                left.pop_back();
                continue;
            }
            const Item item = m_reader.next();
            if (item.kind == Item::Kind::Invalid)
                return false;
            if (item.kind == Item::Kind::Break) {
                if (left.back() != Item::untilBreak)
                    return false;
                left.pop_back();
                continue;
            }
            if (left.back() != Item::untilBreak)
                --left.back();
            if (const quint64 inner = itemsOf(item); inner > 0)
                left.push_back(inner);
        }
        return true;
    }

    [[nodiscard]] static quint64 itemsOf(const Item &item)
    {
        return item.kind == Item::Kind::Map && item.count != Item::untilBreak ? item.count * 2 : item.count;
    }

    ItemReader &m_reader;
    TreeBuilder &m_tree;
    std::vector<Level> m_levels;
};

} // namespace

Item ItemReader::text(Item::Kind kind, const char *type, quint64 size)
{
    Item item{ kind, type, {}, m_in.take(size), {}, 0 };
    if (!m_in.ok())
        item.kind = Item::Kind::Invalid;
    return item;
}

Item ItemReader::literal(const char *type, const QString &value)
{
    return { Item::Kind::Literal, type, value, {}, {}, 0 };
}

Item ItemReader::number(double value, int bytes)
{
    const Item::Kind kind = std::isfinite(value) ? Item::Kind::Literal : Item::Kind::Text;
    return { kind, "float", numberText(value), {}, {}, 0, bytes, false, value };
}

Item ItemReader::container(Item::Kind kind, const char *type, quint64 count) const
{
    return { m_in.ok() ? kind : Item::Kind::Invalid, type, {}, {}, {}, count };
}

bool walkItems(ItemReader &reader, TreeBuilder &tree) { return ItemWalker(reader, tree).walk(); }

QString numberText(double value)
{
    QString text = QString::number(value, 'g', QLocale::FloatingPointShortest);
    if (text == QLatin1String("-0"))
        text = QStringLiteral("-0.0");
    return text;
}

} // namespace pipeglass::decoding
