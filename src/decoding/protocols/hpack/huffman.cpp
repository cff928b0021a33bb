// SPDX-License-Identifier: MIT
#include "decoding/protocols/hpack/huffman.h"

#include <array>

namespace pipeglass::decoding {

namespace {

constexpr size_t symbols = 257; ///< bytes, and the end of the string
constexpr unsigned longestCode = 30;

/// Bits of the code of each symbol. The code is canonical: codes of one length ascend with the symbols, and those of
/// the next length follow.
constexpr std::array<quint8, symbols> codeLengths{
    13, 23, 28, 28, 28, 28, 28, 28, 28, 24, 30, 28, 28, 30, 28, 28, 28, 28, 28, 28, 28, 28, 30, 28, 28, 28, //
    28, 28, 28, 28, 28, 28, 6,  10, 10, 12, 13, 6,  8,  11, 10, 10, 8,  11, 8,  6,  6,  6,  5,  5,  5,  6, //
    6,  6,  6,  6,  6,  6,  7,  8,  15, 6,  12, 10, 13, 6,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  7, //
    7,  7,  7,  7,  7,  7,  7,  7,  7,  7,  8,  7,  8,  13, 19, 13, 14, 6,  15, 5,  6,  5,  6,  5,  6,  6, //
    6,  5,  7,  7,  6,  6,  6,  5,  6,  7,  6,  5,  5,  6,  7,  7,  7,  7,  7,  15, 11, 14, 13, 28, 20, 22, //
    20, 20, 22, 22, 22, 23, 22, 23, 23, 23, 23, 23, 24, 23, 24, 24, 22, 23, 24, 23, 23, 23, 23, 21, 22, 23, //
    22, 23, 23, 24, 22, 21, 20, 22, 22, 23, 23, 21, 23, 22, 22, 24, 21, 22, 23, 23, 21, 21, 22, 21, 23, 22, //
    23, 23, 20, 22, 22, 22, 23, 22, 22, 23, 26, 26, 20, 19, 22, 23, 22, 25, 26, 26, 26, 27, 27, 26, 24, 25, //
    19, 21, 26, 27, 27, 26, 27, 24, 21, 21, 26, 26, 28, 27, 27, 27, 20, 24, 20, 21, 22, 21, 21, 23, 22, 22, //
    25, 25, 24, 24, 26, 23, 26, 27, 26, 26, 27, 27, 27, 27, 27, 28, 27, 27, 27, 27, 27, 26, 30,
};

/// The symbols by their codes, and where each length begins.
struct CodeTable {
    std::array<quint32, longestCode + 1> firstCode{};
    std::array<quint32, longestCode + 2> firstSymbol{}; ///< index in `sorted`
    std::array<quint16, symbols> sorted{};
};

constexpr CodeTable makeCodeTable()
{
    CodeTable table;
    quint32 code = 0;
    quint32 count = 0;
    for (unsigned length = 1; length <= longestCode; ++length) {
        code <<= 1U;
        table.firstCode[length] = code;
        table.firstSymbol[length] = count;
        for (size_t symbol = 0; symbol < symbols; ++symbol) {
            if (codeLengths[symbol] == length) {
                table.sorted[count++] = static_cast<quint16>(symbol);
                ++code;
            }
        }
    }
    table.firstSymbol[longestCode + 1] = count;
    return table;
}

constexpr CodeTable codeTable = makeCodeTable();
// The code is complete: every bit string begins with one.
static_assert(
    codeTable.firstCode[longestCode] + (symbols - codeTable.firstSymbol[longestCode]) == quint32{ 1 } << longestCode);

} // namespace

std::optional<QByteArray> fromHuffman(QByteArrayView bytes)
{
    QByteArray text;
    text.reserve(bytes.size() * 8 / 5);
    quint32 code = 0;
    unsigned length = 0;
    for (const char one : bytes) {
        for (int bit = 7; bit >= 0; --bit) {
            code = code << 1U | ((static_cast<uchar>(one) >> bit) & 1U);
            ++length;
            const quint32 first = codeTable.firstSymbol[length];
            const quint32 place = code - codeTable.firstCode[length];
            if (code < codeTable.firstCode[length] || place >= codeTable.firstSymbol[length + 1] - first)
                continue;
            const quint16 symbol = codeTable.sorted[first + place];
            if (symbol == symbols - 1)
                return std::nullopt;
            text += static_cast<char>(symbol);
            code = 0;
            length = 0;
        }
    }
    // At the end up to 7 bits, all of them 1.
    if (length > 7 || code != (1U << length) - 1)
        return std::nullopt;
    return text;
}

} // namespace pipeglass::decoding
