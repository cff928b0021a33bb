// SPDX-License-Identifier: MIT
#include "cli/hexdump.h"

namespace pipeglass::cli {

namespace {

constexpr qsizetype bytesPerLine = 16;

void appendLine(QByteArray &dump, QByteArrayView line)
{
    constexpr char digits[] = "0123456789abcdef";
    for (qsizetype at = 0; at < bytesPerLine; ++at) {
        if (at == bytesPerLine / 2)
            dump += ' ';
        if (at < line.size()) {
            const auto byte = static_cast<unsigned char>(line[at]);
            dump += digits[byte >> 4U];
            dump += digits[byte & 0xfU];
            dump += ' ';
        } else {
            dump += "   ";
        }
    }
    dump += " |";
    for (const char byte : line)
        dump += byte >= ' ' && byte <= '~' ? byte : '.';
    dump += "|\n";
}

} // namespace

QByteArray hexDump(QByteArrayView bytes, QByteArrayView indent)
{
    QByteArray dump;
    for (qsizetype offset = 0; offset < bytes.size(); offset += bytesPerLine) {
        dump += indent;
        dump += QByteArray::number(offset, 16).rightJustified(8, '0') + "  ";
        appendLine(dump, bytes.sliced(offset, qMin(bytesPerLine, bytes.size() - offset)));
    }
    return dump;
}

} // namespace pipeglass::cli
