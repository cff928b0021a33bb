// SPDX-License-Identifier: MIT
#include "catalog/entries/pipehistory.h"

#include <algorithm>

namespace pipeglass::catalog {

namespace {

/// Limit for programs that use a new name each time, while a window is open for weeks.
constexpr size_t maxRecords = 50'000;

} // namespace

void PipeHistory::take(const SnapshotDiff &difference, Timestamp when)
{
    for (const PipeEntryPtr &entry : difference.removed) {
        const auto past = entry->isLost() ? m_pasts.end() : m_pasts.find(entry->path());
        if (past != m_pasts.end())
            past->second.gone = when;
    }
    for (const PipeEntryPtr &entry : difference.added) {
        if (entry->isLost())
            continue;
        const auto [past, isNew] = m_pasts.try_emplace(entry->path(), Record{ when, {}, 0 });
        if (isNew)
            continue;
        past->second.gone.reset();
        ++past->second.recreated;
    }
    // A listener that lost its name still exists, but the name is gone until it is restored.
    for (const PipeEntryPtr &entry : difference.changed) {
        const auto past = m_pasts.find(entry->path());
        if (past == m_pasts.end())
            continue;
        if (!entry->isLost())
            past->second.gone.reset();
        else if (entry->state == PipeState::Orphaned)
            past->second.gone = when;
    }
    if (m_pasts.size() > maxRecords)
        forgetOldest();
}

void PipeHistory::forgetOldest()
{
    // Forgets the older half of the removed paths.
    std::vector<Timestamp> times;
    for (const auto &[path, past] : m_pasts) {
        if (past.gone)
            times.push_back(*past.gone);
    }
    if (times.empty())
        return;
    const auto middle = times.begin() + static_cast<ptrdiff_t>(times.size() / 2);
    std::nth_element(times.begin(), middle, times.end(), [](Timestamp a, Timestamp b) {
        return a.unixNanoseconds < b.unixNanoseconds;
    });
    const Timestamp limit = *middle;
    std::erase_if(m_pasts, [limit](const auto &item) {
        return item.second.gone && item.second.gone->unixNanoseconds <= limit.unixNanoseconds;
    });
}

const PipeHistory::Record *PipeHistory::of(const QByteArray &path) const
{
    const auto past = m_pasts.find(path);
    return past == m_pasts.end() ? nullptr : &past->second;
}

} // namespace pipeglass::catalog
