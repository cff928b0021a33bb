// SPDX-License-Identifier: MIT
#pragma once

#include "access/accessservice.h"

#include <algorithm>

namespace pipeglass::ui {

// Texts about changes that were made or are previewed. Safe to show as plain text.

/// "pipe_a", or "10 pipes" for several equal ones.
[[nodiscard]] QString pipesText(const QByteArray &path, size_t count);
[[nodiscard]] QString morePipesText(size_t count);

/// Groups equal items and makes a line of each group, `line(first, count)`; a few lines at most.
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

/// What was done, and errors. `changes` and `previews` have the same order.
[[nodiscard]] QString
appliedText(const std::vector<access::Preview> &previews, const AccessService::Changed &changes, bool kept);
[[nodiscard]] QString undoneText(const AccessService::Changed &changes);
/// That a change needs root's rights, and how to get them.
[[nodiscard]] QString rootHint(bool hasHelper);
/// A warning that the window runs as root.
[[nodiscard]] QString runsAsRootText();

/// The smallest change of the socket that lets the subject, or if it can already, others connect; nullopt if there is
/// none.
[[nodiscard]] std::optional<access::ChangeRequest> smallestChange(const access::Answer &answer);

} // namespace pipeglass::ui
