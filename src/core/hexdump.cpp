// SPDX-License-Identifier: MIT
#include "core/hexdump.h"

namespace pipeglass {

namespace {

constexpr qsizetype bytesALine = 16;

void appendHex(QByteArray &to, quint64 value, int digits)
{
    while (digits-- > 0)
        to += "0123456789abcdef"[(value >> (4U * static_cast<unsigned>(digits))) & 0xfU];
}

void appendLine(QByteArray &to, qsizetype offset, QByteArrayView line)
{
    appendHex(to, static_cast<quint64>(offset), 8);
    to += ' ';
    for (qsizetype at = 0; at < bytesALine; ++at) {
        to += at == bytesALine / 2 ? "  " : " ";
        if (at < line.size())
            appendHex(to, static_cast<quint8>(line[at]), 2);
        else
            to += "  ";
    }
    to += "  |";
    for (const char byte : line)
        to += byte >= ' ' && byte <= '~' ? byte : '.';
    to += "|\n";
}

} // namespace

QByteArray hexDump(QByteArrayView bytes, QByteArrayView indent)
{
    QByteArray text;
    QByteArrayView before;
    bool repeating = false;
    for (qsizetype offset = 0; offset < bytes.size(); offset += bytesALine) {
        const QByteArrayView line = bytes.sliced(offset, qMin(bytesALine, bytes.size() - offset));
        if (line == before) {
            if (!repeating)
                text += indent.toByteArray() + "*\n";
            repeating = true;
            continue;
        }
        repeating = false;
        text += indent;
        appendLine(text, offset, line);
        before = line;
    }
    text += indent;
    appendHex(text, static_cast<quint64>(bytes.size()), 8);
    return text + '\n';
}

} // namespace pipeglass
