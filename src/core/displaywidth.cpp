// SPDX-License-Identifier: MIT
#include "core/displaywidth.h"

#include <QChar>
#include <QList>

#include <algorithm>
#include <iterator>

namespace pipeglass {

namespace {

struct Range {
    char32_t first;
    char32_t last;
};

/// The blocks whose characters are wide or full-width (Unicode Standard Annex #11).
constexpr Range wideRanges[] = {
    { 0x1100, 0x115f }, // Hangul syllable beginnings
    { 0x2e80, 0x303e }, // radicals, CJK punctuation
    { 0x3041, 0xa4cf }, // kana, Hangul compatibility letters, ideographs, Yi
    { 0xa960, 0xa97f },   { 0xac00, 0xd7a3 }, // Hangul
    { 0xf900, 0xfaff },   { 0xfe30, 0xfe6f },   { 0xff00, 0xff60 },   { 0xffe0, 0xffe6 },
    { 0x1f300, 0x1f64f }, { 0x1f680, 0x1f6ff }, { 0x1f900, 0x1f9ff }, // emoji
    { 0x20000, 0x3fffd }, // ideographs
};

int widthOf(char32_t character)
{
    const QChar::Category category = QChar::category(character);
    if (category == QChar::Mark_NonSpacing || category == QChar::Mark_Enclosing)
        return 0;
    const auto isIn = [character](const Range &range) { return character >= range.first && character <= range.last; };
    return std::any_of(std::begin(wideRanges), std::end(wideRanges), isIn) ? 2 : 1;
}

} // namespace

qsizetype displayWidth(QStringView text)
{
    qsizetype columns = 0;
    for (const uint character : text.toUcs4())
        columns += widthOf(character);
    return columns;
}

QString padded(const QString &text, qsizetype columns)
{
    return text + QString(qMax(qsizetype{ 0 }, columns - displayWidth(text)), u' ');
}

} // namespace pipeglass
