// SPDX-License-Identifier: MIT
#include "cli/replay/differencetext.h"

#include "cli/commandtext.h"
#include "cli/messages/messagejson.h"
#include "compare/bytes.h"
#include "compare/jsonvalues.h"
#include "compare/lines.h"
#include "compare/rows.h"
#include "core/bytetext.h"
#include "core/hexdump.h"
#include "text/sizetext.h"

#include <algorithm>

namespace pipeglass::cli {

namespace {

constexpr qsizetype mostLines = 20;
constexpr qsizetype bytesInRow = 16;
/// Larger texts are compared as bytes, which takes no more memory than they have.
constexpr qsizetype largestText = qsizetype{ 16 } << 20U;
constexpr qsizetype charactersBefore = 40; ///< a change that is shown of a long line

/// Lines up to a limit, and the number of the others.
class DifferenceLines {
public:
    void add(char mark, const QByteArray &line)
    {
        if (++m_count <= mostLines)
            m_text += QByteArrayLiteral("  ") + mark + ' ' + line + '\n';
    }
    [[nodiscard]] QByteArray take()
    {
        if (m_count > mostLines) {
            const QString more = CommandText::tr(
                "  (%n more line(s))", nullptr, text::plural(static_cast<quint64>(m_count - mostLines)));
            m_text += more.toUtf8() + '\n';
        }
        return std::move(m_text);
    }

private:
    QByteArray m_text;
    qsizetype m_count = 0;
};

bool isText(const QByteArray &bytes)
{
    const auto text = bytes.size() <= largestText ? validUtf8(bytes) : std::nullopt;
    return text && std::all_of(text->begin(), text->end(), [](QChar c) {
               return c >= QLatin1Char(' ') || c == QLatin1Char('\n') || c == QLatin1Char('\r')
                   || c == QLatin1Char('\t');
           });
}

/// A line from a bit before `start` on.
QByteArray excerpt(QByteArrayView line, qsizetype start)
{
    qsizetype from = line.size() > exporting::previewCharacters ? qMax<qsizetype>(0, start - charactersBefore) : 0;
    while (from > 0 && from < line.size() && (static_cast<unsigned char>(line[from]) & 0xc0U) == 0x80U)
        --from;
    const QString ellipsis = from > 0 ? QString(QChar(0x2026)) : QString();
    return (ellipsis + previewText(line.sliced(qMin(from, line.size())), exporting::previewCharacters)).toUtf8();
}

QByteArray jsonLines(const compare::JsonComparison &comparison)
{
    DifferenceLines lines;
    for (const compare::JsonRow &row : comparison.rows) {
        if (row.change == compare::Change::Same)
            continue;
        const QByteArray head = row.path.isEmpty() ? QByteArray() : row.path.toUtf8() + ": ";
        if (row.change != compare::Change::OnlyRight)
            lines.add('-', previewText(head + row.left.toUtf8(), exporting::previewCharacters).toUtf8());
        if (row.change != compare::Change::OnlyLeft)
            lines.add('+', previewText(head + row.right.toUtf8(), exporting::previewCharacters).toUtf8());
    }
    return lines.take();
}

QByteArray textLines(const QByteArray &expected, const QByteArray &got)
{
    const compare::Lines left(expected);
    const compare::Lines right(got);
    DifferenceLines lines;
    for (const compare::Block &block : compare::compareLines(left, right)) {
        if (block.isSame)
            continue;
        const auto startOf = [&](qsizetype i) {
            const bool isPair = i < block.leftSize && i < block.rightSize;
            return isPair ? compare::changedPart(left.line(block.left + i), right.line(block.right + i)).start : 0;
        };
        for (qsizetype i = 0; i < block.leftSize; ++i)
            lines.add('-', excerpt(left.line(block.left + i), startOf(i)));
        for (qsizetype i = 0; i < block.rightSize; ++i)
            lines.add('+', excerpt(right.line(block.right + i), startOf(i)));
    }
    return lines.take();
}

QByteArray hexRow(const QByteArray &bytes, qsizetype offset, qsizetype size)
{
    const QByteArray hex = bytes.sliced(offset, size).toHex(' ');
    return QByteArray::number(offset, 16).rightJustified(8, '0') + "  " + hex.leftJustified(3 * bytesInRow, ' ')
        + previewText(bytes.sliced(offset, size), bytesInRow * 4).toUtf8();
}

QByteArray byteLines(const QByteArray &expected, const QByteArray &got)
{
    DifferenceLines lines;
    for (const compare::Block &block : compare::compareBytes(expected, got)) {
        if (block.isSame)
            continue;
        const compare::Rows rows({ block }, bytesInRow);
        for (qsizetype i = 0; i < qMin(rows.count(), mostLines + 1); ++i) {
            const compare::Block row = rows.row(i);
            if (row.leftSize > 0)
                lines.add('-', hexRow(expected, row.left, row.leftSize));
            if (row.rightSize > 0)
                lines.add('+', hexRow(got, row.right, row.rightSize));
        }
    }
    return lines.take();
}

} // namespace

QByteArray differenceText(const QByteArray &expected, const QByteArray &got)
{
    const bool areTexts = isText(expected) && isText(got);
    const auto json = areTexts ? compare::compareJson(expected, got) : std::nullopt;
    if (json) {
        if (QByteArray lines = jsonLines(*json); !lines.isEmpty())
            return lines;
    }
    if (areTexts) {
        if (QByteArray lines = textLines(expected, got); !lines.isEmpty())
            return lines;
    }
    return byteLines(expected, got);
}

} // namespace pipeglass::cli
