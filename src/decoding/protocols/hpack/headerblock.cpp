// SPDX-License-Identifier: MIT
#include "decoding/protocols/hpack/headerblock.h"

#include "decoding/bytecursor.h"
#include "decoding/protocols/hpack/huffman.h"

namespace pipeglass::decoding {

namespace {

/// Limit of a block's names and values together: an index of one byte can stand for a long value.
constexpr qsizetype largestHeaders = qsizetype{ 1 } << 20U;

/// An integer whose first `bits` bits are in `first`.
quint64 hpackInteger(ByteCursor &in, quint8 first, unsigned bits)
{
    const quint8 mask = static_cast<quint8>((1U << bits) - 1);
    quint64 value = first & mask;
    if (value < mask)
        return value;
    constexpr unsigned longest = 35; // more than any size or index
    for (unsigned shift = 0; shift < longest; shift += 7) {
        const quint8 next = in.byte();
        value += quint64{ next & 0x7fU } << shift;
        if ((next & 0x80U) == 0)
            return value;
    }
    in.fail();
    return 0;
}

QByteArray hpackString(ByteCursor &in)
{
    const quint8 first = in.byte();
    const QByteArrayView bytes = in.take(hpackInteger(in, first, 7));
    if ((first & 0x80U) == 0)
        return bytes.toByteArray();
    auto text = fromHuffman(bytes);
    if (!text)
        in.fail();
    return text.value_or(QByteArray());
}

/// A field that begins with `first`; the table gets it if it is to be indexed.
HeaderField hpackField(ByteCursor &in, quint8 first, HeaderTable &table)
{
    if ((first & 0x80U) != 0) {
        const quint64 index = hpackInteger(in, first, 7);
        if (index == 0)
            in.fail();
        return table.at(index);
    }
    const bool isIndexed = (first & 0x40U) != 0;
    const quint64 index = hpackInteger(in, first, isIndexed ? 6 : 4);
    HeaderField field{ index == 0 ? hpackString(in) : table.at(index).name, {} };
    field.value = hpackString(in);
    if (isIndexed && in.ok())
        table.add(field);
    return field;
}

} // namespace

HeaderBlock readHeaderBlock(QByteArrayView block, HeaderTable &table)
{
    HeaderBlock found;
    qsizetype size = 0;
    ByteCursor in(block);
    while (in.ok() && !in.atEnd() && size <= largestHeaders) {
        const qsizetype offset = in.at();
        const quint8 first = in.byte();
        constexpr unsigned sizeUpdate = 0x20;
        if ((first & 0xe0U) == sizeUpdate) {
            const quint64 limit = hpackInteger(in, first, 5);
            if (in.ok())
                table.setLimit(limit);
        } else {
            HeaderField field = hpackField(in, first, table);
            size += field.name.value_or(QByteArray()).size() + field.value.value_or(QByteArray()).size();
            if (in.ok())
                found.fields.push_back({ std::move(field), offset, in.at() });
        }
        if (in.ok())
            found.read = in.at();
    }
    return found;
}

} // namespace pipeglass::decoding
