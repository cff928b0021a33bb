// SPDX-License-Identifier: MIT
#pragma once

#include <algorithm>
#include <vector>

namespace pipeglass::models {

/// How sorted rows come from one look to the next. Neighbours go and come together: a thousand at once are one signal.
struct RowSteps {
    struct Run {
        int first = 0;
        int last = 0;
        friend bool operator==(const Run &, const Run &) = default;
    };
    std::vector<Run> removed; ///< rows of before, from the end on; to be done first
    std::vector<Run> inserted; ///< rows of now, from the start on
};

/// Both sorted by `less`, no two alike in either. `less` takes elements of both.
template <typename Before, typename Now, typename Less>
[[nodiscard]] RowSteps rowSteps(const Before &before, const Now &now, Less less)
{
    RowSteps steps;
    auto old = before.begin();
    const auto drop = [&] {
        const int row = static_cast<int>(old++ - before.begin());
        if (!steps.removed.empty() && steps.removed.back().last == row - 1)
            steps.removed.back().last = row;
        else
            steps.removed.push_back({ row, row });
    };
    int row = 0;
    for (const auto &one : now) {
        while (old != before.end() && less(*old, one))
            drop();
        if (old != before.end() && !less(one, *old))
            ++old;
        else if (!steps.inserted.empty() && steps.inserted.back().last == row - 1)
            steps.inserted.back().last = row;
        else
            steps.inserted.push_back({ row, row });
        ++row;
    }
    while (old != before.end())
        drop();
    std::reverse(steps.removed.begin(), steps.removed.end());
    return steps;
}

} // namespace pipeglass::models
