// SPDX-License-Identifier: MIT
#include "models/gonepipes.h"

#include <algorithm>

namespace pipeglass::models {

using catalog::PipeEntryPtr;

namespace {

constexpr size_t most = 2'000;

} // namespace

void GonePipes::take(const catalog::SnapshotDiff &difference, Timestamp when)
{
    // Only named listeners are recorded.
    for (const PipeEntryPtr &entry : difference.removed) {
        if (!entry->isLost())
            m_gone.insert_or_assign(entry->path(), Gone{ entry, when });
    }
    forget(difference.added);
    forget(difference.changed); // a listener may have regained its name
    if (m_gone.size() > most)
        forgetOldest();
}

void GonePipes::forget(const std::vector<PipeEntryPtr> &back)
{
    for (const PipeEntryPtr &entry : back) {
        if (!entry->isLost())
            m_gone.erase(entry->path());
    }
}

void GonePipes::forgetAllBut(const std::function<bool(const catalog::PipeEntry &)> &fits)
{
    std::erase_if(m_gone, [&fits](const auto &item) { return !fits(*item.second.entry); });
}

void GonePipes::forgetOldest()
{
    // Limited by number: thousands may have been removed at the same moment.
    std::vector<decltype(m_gone)::const_iterator> oldest;
    oldest.reserve(m_gone.size());
    for (auto one = m_gone.cbegin(); one != m_gone.cend(); ++one)
        oldest.push_back(one);
    const auto end = oldest.begin() + static_cast<ptrdiff_t>(oldest.size() - most / 2);
    std::nth_element(oldest.begin(), end, oldest.end(), [](const auto &a, const auto &b) {
        return a->second.since < b->second.since;
    });
    std::for_each(oldest.begin(), end, [this](const auto &one) { m_gone.erase(one); });
}

const GonePipes::Gone *GonePipes::of(const catalog::PipeEntry &entry) const
{
    if (entry.isLost())
        return nullptr;
    const auto gone = m_gone.find(entry.path());
    return gone == m_gone.end() ? nullptr : &gone->second;
}

} // namespace pipeglass::models
