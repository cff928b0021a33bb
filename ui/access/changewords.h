// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"

#include <algorithm>

namespace pipeglass::ui {

// What was or would be changed, in words. Safe to show as plain text.

/// "pipe_a", or "10 pipes" where it stands for several that are alike.
[[nodiscard]] QString pipesText(const QByteArray &path, size_t count);
[[nodiscard]] QString morePipesText(size_t count);

/// Of many items, a line for each kind of them, `line(first, count)`; a few lines at most.
template <typename T, typename Alike, typename Line>
[[nodiscard]] QStringList linesByKind(const std::vector<T> &items, Alike alike, Line line)
{
    struct Kind {
        const T *first;
        size_t count;
    };
    constexpr size_t maxKinds = 4;
    std::vector<Kind> kinds;
    size_t others = 0;
    for (const T &item : items) {
        const auto known =
            std::find_if(kinds.begin(), kinds.end(), [&](const Kind &kind) { return alike(*kind.first, item); });
        if (known != kinds.end())
            ++known->count;
        else if (kinds.size() < maxKinds)
            kinds.push_back({ &item, 1 });
        else
            ++others;
    }
    QStringList lines;
    for (const Kind &kind : kinds)
        lines << line(*kind.first, kind.count);
    if (others > 0)
        lines << morePipesText(others);
    return lines;
}

/// What was done, and why the rest was not. `changes` belong to `previews` one by one.
[[nodiscard]] QString
appliedText(const std::vector<access::Preview> &previews, const AccessService::Changed &changes, bool kept);
[[nodiscard]] QString undoneText(const AccessService::Changed &changes);
/// That a change takes root's rights, and how it gets them.
[[nodiscard]] QString rootHint(bool hasHelper);
/// What it means that the window runs as root.
[[nodiscard]] QString runsAsRootText();

/// The smallest change that lets the one who asked connect, or, where they can, more people than now. Nothing where
/// there is none that concerns the socket alone.
[[nodiscard]] std::optional<access::ChangeRequest> smallestChange(const access::Answer &answer);

} // namespace pipeglass::ui
