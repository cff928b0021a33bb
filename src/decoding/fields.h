// SPDX-License-Identifier: MIT
#pragma once

#include "decoding/bytecursor.h"
#include "decoding/treebuilder.h"

#include <type_traits>

namespace pipeglass::decoding {

/// A number with a name, in tables of message types.
struct NamedNumber {
    quint32 number;
    const char *name;
};
/// The name of a number, or null.
template <typename Table>
[[nodiscard]] const char *nameOf(const Table &table, quint64 number)
{
    for (const NamedNumber &one : table) {
        if (one.number == number)
            return one.name;
    }
    return nullptr;
}

/// Reads the fields of a message one after the other and adds a node for each. After the end of the bytes, fields are
/// zero and nothing is added; see ok().
class Fields {
public:
    Fields(QByteArrayView bytes, TreeBuilder &tree)
        : m_in(bytes)
        , m_tree(tree)
    {
    }

    [[nodiscard]] ByteCursor &in() { return m_in; }
    [[nodiscard]] TreeBuilder &tree() { return m_tree; }
    [[nodiscard]] bool ok() const { return m_in.ok(); }
    [[nodiscard]] bool atEnd() const { return m_in.atEnd(); }

    void open(const QString &name, const char *type) { m_tree.open(name, type, m_in.at()); }
    void close() { m_tree.close(m_in.at()); }

    /// An integer, little-endian.
    template <typename Number>
    Number little(const char *name)
    {
        const qsizetype start = m_in.at();
        return added(name, m_in.little<Number>(), start);
    }
    template <typename Number>
    Number big(const char *name)
    {
        const qsizetype start = m_in.at();
        return added(name, m_in.big<Number>(), start);
    }
    quint64 varint(const char *name)
    {
        const qsizetype start = m_in.at();
        return added(name, m_in.varint(), start);
    }
    /// An integer with a name: "Process (4)".
    template <typename Number, typename Table>
    Number choice(const char *name, const Table &table, bool isBig = false)
    {
        const qsizetype start = m_in.at();
        const auto value = isBig ? m_in.big<Number>() : m_in.little<Number>();
        const auto number = static_cast<std::make_unsigned_t<Number>>(value);
        named(name, number, nameOf(table, number), start);
        return value;
    }
    /// A number read from `start` on, with its name if there is one.
    void named(const char *name, quint64 value, const char *word, qsizetype start);
    void boolean(const char *name);
    template <typename Number>
    void integerFrom(const char *name, Number value, qsizetype start)
    {
        (void)added(name, value, start);
    }
    void guid(const char *name); ///< 16 bytes in .NET's order
    QByteArrayView bytes(const char *name, quint64 size);
    QString utf8(const char *name, quint64 size);
    QString utf16(const char *name, quint64 bytes); ///< without a final NUL
    /// The same for a value whose length was read from `start` on.
    QString utf8From(const char *name, quint64 size, qsizetype start);
    QString utf16From(const char *name, quint64 bytes, qsizetype start);
    QString untilNul(const char *name);
    /// BinaryWriter: a 7-bit length, then that many bytes.
    QString counted(const char *name);
    QString countedUtf16(const char *name);
    /// Everything that is left, if any.
    void rest(const char *name) { (void)bytes(name, static_cast<quint64>(m_in.left())); }
    /// To try another form of what follows.
    struct Place {
        ByteCursor in;
        TreeBuilder::Mark tree;
    };
    [[nodiscard]] Place place() const { return { m_in, m_tree.mark() }; }
    void returnTo(const Place &place)
    {
        m_in = place.in;
        m_tree.rollBack(place.tree);
    }
    /// Closes the root: false, with a node for the unread bytes, unless all were read.
    bool finish();

private:
    template <typename Number>
    Number added(const char *name, Number value, qsizetype start)
    {
        if (m_in.ok())
            m_tree.literal(QLatin1String(name), "integer", QString::number(value), start, m_in.at());
        return value;
    }
    QString text(const char *name, QByteArrayView content, bool isUtf16, qsizetype start);

    ByteCursor m_in;
    TreeBuilder &m_tree;
};

} // namespace pipeglass::decoding
