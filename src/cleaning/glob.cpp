// SPDX-License-Identifier: MIT
#include "cleaning/glob.h"

#include <fnmatch.h>

namespace pipeglass::cleaning {

namespace {

constexpr size_t maxResults = 1000;
/// PATH_MAX.
constexpr qsizetype maxPatternLength = 4096;

/// One pair of braces, its content split at its own commas.
struct Braces {
    qsizetype open = -1;
    qsizetype close = -1;
    std::vector<QByteArray> choices;
};

/// The first pair that contains a comma of its own.
Braces firstBraces(const QByteArray &pattern)
{
    for (qsizetype open = pattern.indexOf('{'); open >= 0; open = pattern.indexOf('{', open + 1)) {
        Braces braces{ open, -1, {} };
        qsizetype depth = 0;
        qsizetype begin = open + 1;
        for (qsizetype i = open; i < pattern.size() && braces.close < 0; ++i) {
            const char c = pattern[i];
            if (c == '{')
                ++depth;
            const bool ends = c == '}' && --depth == 0;
            if (ends || (c == ',' && depth == 1)) {
                braces.choices.push_back(pattern.sliced(begin, i - begin));
                begin = i + 1;
            }
            if (ends)
                braces.close = i;
        }
        if (braces.close >= 0 && braces.choices.size() > 1)
            return braces;
    }
    return {};
}

} // namespace

bool globMatches(const QByteArray &pattern, const QByteArray &path)
{
    return ::fnmatch(pattern.constData(), path.constData(), FNM_PATHNAME | FNM_PERIOD) == 0;
}

std::vector<QByteArray> expandBraces(const QByteArray &pattern)
{
    if (pattern.size() > maxPatternLength)
        return { pattern };
    std::vector<QByteArray> open{ pattern };
    std::vector<QByteArray> done;
    while (!open.empty() && done.size() + open.size() <= maxResults) {
        const QByteArray next = open.back();
        open.pop_back();
        const Braces braces = firstBraces(next);
        if (braces.open < 0) {
            done.push_back(next);
            continue;
        }
        for (auto choice = braces.choices.rbegin(); choice != braces.choices.rend(); ++choice)
            open.push_back(next.first(braces.open) + *choice + next.sliced(braces.close + 1));
    }
    return done;
}

} // namespace pipeglass::cleaning
