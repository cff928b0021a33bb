// SPDX-License-Identifier: MIT
#include "access/keptdrafts.h"

#include <algorithm>

namespace pipeglass::ui {

using access::Target;

bool areAlike(const std::vector<Target> &some, const std::vector<Target> &others)
{
    return std::equal(some.begin(), some.end(), others.begin(), others.end(), [](const Target &a, const Target &b) {
        return a.path == b.path && a.facts.file == b.facts.file && a.facts.permissions == b.facts.permissions;
    });
}

void KeptDrafts::put(std::vector<Target> targets, const PermissionDraft &draft)
{
    constexpr size_t most = 20;
    m_drafts.insert(m_drafts.begin(), { std::move(targets), draft });
    if (m_drafts.size() > most)
        m_drafts.pop_back();
}

std::optional<PermissionDraft> KeptDrafts::take(const std::vector<Target> &targets)
{
    const auto kept =
        std::find_if(m_drafts.begin(), m_drafts.end(), [&](const Kept &one) { return areAlike(one.targets, targets); });
    if (kept == m_drafts.end())
        return std::nullopt;
    std::optional<PermissionDraft> draft = std::move(kept->draft);
    m_drafts.erase(kept);
    return draft;
}

} // namespace pipeglass::ui
