// SPDX-License-Identifier: MIT
#include "palette/fuzzymatch.h"

#include <algorithm>

namespace pipeglass::ui {

namespace {

bool beginsWord(QStringView text, qsizetype at) { return at == 0 || !text[at - 1].isLetterOrNumber(); }

/// Takes the next occurrence of each letter, from the one at `first`.
std::optional<int> scoreFrom(QStringView word, QStringView text, qsizetype first)
{
    constexpr int wordBegin = 6;
    constexpr int adjacent = 5;
    constexpr qsizetype mostGap = 3;
    int score = 0;
    qsizetype before = first - 1;
    for (qsizetype at = 0; at < word.size(); ++at) {
        const qsizetype place = at == 0 ? first : text.indexOf(word[at], before + 1);
        if (place < 0)
            return {};
        score += 1;
        if (beginsWord(text, place))
            score += wordBegin;
        if (at > 0 && place == before + 1)
            score += adjacent;
        else if (at > 0)
            score -= static_cast<int>(std::min(place - before - 1, mostGap));
        before = place;
    }
    return score;
}

std::optional<int> wordScore(QStringView word, QStringView text)
{
    constexpr int mostStarts = 12;
    std::optional<int> best;
    qsizetype first = text.indexOf(word[0]);
    for (int start = 0; first >= 0 && start < mostStarts; ++start) {
        const std::optional<int> score = scoreFrom(word, text, first);
        if (!score)
            break; // it fails from later letters too
        best = std::max(best.value_or(*score), *score);
        first = text.indexOf(word[0], first + 1);
    }
    return best;
}

} // namespace

FuzzyPattern::FuzzyPattern(const QString &text)
    : m_words(text.toCaseFolded().simplified().split(u' ', Qt::SkipEmptyParts))
{
}

std::optional<int> FuzzyPattern::score(QStringView text) const
{
    constexpr int lengthUnit = 12;
    int sum = 0;
    for (const QString &word : m_words) {
        const std::optional<int> score = wordScore(word, text);
        if (!score)
            return {};
        sum += *score;
    }
    return sum - static_cast<int>(text.size()) / lengthUnit;
}

} // namespace pipeglass::ui
