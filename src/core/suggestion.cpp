// SPDX-License-Identifier: MIT
#include "core/suggestion.h"

#include <algorithm>
#include <numeric>

namespace pipeglass {

namespace {

/// Levenshtein distance: characters inserted, deleted or replaced.
size_t distance(QByteArrayView a, QByteArrayView b)
{
    std::vector<size_t> row(static_cast<size_t>(b.size()) + 1);
    std::iota(row.begin(), row.end(), size_t{ 0 });
    for (qsizetype i = 0; i < a.size(); ++i) {
        size_t diagonal = row[0];
        row[0] = static_cast<size_t>(i) + 1;
        for (size_t j = 1; j < row.size(); ++j) {
            const size_t changed = diagonal + (a[i] == b[static_cast<qsizetype>(j) - 1] ? 0U : 1U);
            diagonal = row[j];
            row[j] = std::min({ row[j] + 1, row[j - 1] + 1, changed });
        }
    }
    return row.back();
}

} // namespace

QByteArrayView nearest(QByteArrayView typed, const std::vector<QByteArrayView> &known)
{
    constexpr qsizetype maxLength = 128;
    if (typed.size() > maxLength)
        return {};
    QByteArrayView best;
    size_t bestDistance = 3; // a distance of 3 is a different word
    for (const QByteArrayView word : known) {
        // At most half of the letters may differ.
        const size_t allowed = std::min<size_t>(bestDistance, static_cast<size_t>(word.size()) / 2);
        if (static_cast<size_t>(qAbs(word.size() - typed.size())) > allowed)
            continue;
        const size_t found = distance(typed, word);
        if (found < allowed || (found == allowed && found < bestDistance)) {
            best = word;
            bestDistance = found;
        }
    }
    return best;
}

} // namespace pipeglass
