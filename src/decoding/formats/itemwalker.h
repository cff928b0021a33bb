// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/bytecursor.h"
#include "decoding/treebuilder.h"

namespace pipeglass::decoding {

/// One item of MessagePack or CBOR: a scalar, or the head of a container.
struct Item {
    enum class Kind { Literal, Text, String, Bytes, Array, Map, Tag, Break, Invalid };
    static constexpr quint64 untilBreak = ~quint64{ 0 };

    Kind kind = Kind::Invalid;
    const char *type = "";
    QString value; ///< of a Literal or Text
    QByteArrayView content; ///< of a String or Bytes
    QByteArray joined; ///< keeps the content, if it is not a part of the payload
    quint64 count = 0; ///< entries of a container, or untilBreak
    int detail = 0; ///< of a float its bytes, of an extension its type
    bool isExtension = false;
    double real = 0; ///< of a float
};

/// Reads items one after the other.
class ItemReader {
public:
    explicit ItemReader(QByteArrayView bytes)
        : m_in(bytes)
    {
    }
    virtual ~ItemReader() = default;
    ItemReader(const ItemReader &) = delete;
    ItemReader &operator=(const ItemReader &) = delete;

    [[nodiscard]] virtual Item next() = 0;
    [[nodiscard]] const ByteCursor &in() const { return m_in; }

protected:
    [[nodiscard]] Item text(Item::Kind kind, const char *type, quint64 size);
    [[nodiscard]] static Item literal(const char *type, const QString &value);
    /// Not finite: text, as JSON has no such number.
    [[nodiscard]] static Item number(double value, int bytes);
    [[nodiscard]] Item container(Item::Kind kind, const char *type, quint64 count) const;

    ByteCursor m_in;
};

/// Adds one item with everything in it to the tree. False: not valid, or bytes follow.
bool walkItems(ItemReader &reader, TreeBuilder &tree);

/// The shortest text that reads back as the same number.
[[nodiscard]] QString numberText(double value);

} // namespace pipeglass::decoding
