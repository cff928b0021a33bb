// SPDX-License-Identifier: MIT
#include "catalog/entries/pipehistory.h"

#include <algorithm>

namespace pipeglass::catalog {

namespace {

/// Limit for programs that use a new name each time, while a window is open for weeks.
constexpr size_t maxGone = 10'000;

} // namespace

void PipeHistory::take(const SnapshotDiff &difference, Timestamp when)
{
    // A listener without a name ends unseen by everybody; what is missed is a name.
    for (const PipeEntryPtr &entry : difference.removed) {
        const auto past = entry->isLost() ? m_pasts.end() : m_pasts.find(entry->path());
        if (past != m_pasts.end())
            setGone(past->second, when, entry);
    }
    for (const PipeEntryPtr &entry : difference.added) {
        if (entry->isLost())
            continue;
        const auto [past, isNew] = m_pasts.try_emplace(entry->path(), Record{ when, {}, 0, {} });
        if (isNew)
            continue;
        setGone(past->second, {});
        ++past->second.recreated;
    }
    // A listener that lost its name still exists, but the name is gone until it is restored.
    for (const PipeEntryPtr &entry : difference.changed) {
        const auto past = m_pasts.find(entry->path());
        if (past == m_pasts.end())
            continue;
        if (!entry->isLost())
            setGone(past->second, {});
        else if (entry->state == PipeState::Orphaned)
            setGone(past->second, when);
    }
    if (m_gone > maxGone)
        forgetOldest();
}

void PipeHistory::setGone(Record &past, std::optional<Timestamp> when, PipeEntryPtr last)
{
    m_gone -= size_t{ past.gone.has_value() };
    past.gone = when;
    past.last = std::move(last);
    m_gone += size_t{ past.gone.has_value() };
}

void PipeHistory::keepLast(const std::function<bool(const PipeEntry &)> &fits)
{
    for (auto &[path, past] : m_pasts) {
        if (past.last && !fits(*past.last))
            past.last.reset();
    }
}

void PipeHistory::forgetOldest()
{
    // Forgets the older half of the removed paths. Many can have the same time.
    std::vector<decltype(m_pasts)::const_iterator> oldest;
    for (auto one = m_pasts.cbegin(); one != m_pasts.cend(); ++one) {
        if (one->second.gone)
            oldest.push_back(one);
    }
    const auto end = oldest.begin() + static_cast<ptrdiff_t>(oldest.size() - maxGone / 2);
    std::nth_element(oldest.begin(), end, oldest.end(), [](const auto &a, const auto &b) {
        return a->second.gone < b->second.gone;
    });
    std::for_each(oldest.begin(), end, [this](const auto &one) { m_pasts.erase(one); });
    m_gone = maxGone / 2;
}

const PipeHistory::Record *PipeHistory::of(const QByteArray &path) const
{
    const auto past = m_pasts.find(path);
    return past == m_pasts.end() ? nullptr : &past->second;
}

} // namespace pipeglass::catalog
