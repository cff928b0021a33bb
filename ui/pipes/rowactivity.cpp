// SPDX-License-Identifier: MIT
#include "pipes/rowactivity.h"

#include <QAbstractItemView>
#include <QStyle>

#include <algorithm>

namespace pipeglass::ui {

namespace {

constexpr size_t mostGlowing = 32; ///< more changes at once are not news about single pipes
constexpr size_t mostSamples = 120;

quint64 unreadOf(const catalog::PipeEntry &entry)
{
    return entry.unreadByServer.value_or(0) + entry.unreadByClient.value_or(0);
}

} // namespace

RowActivity::RowActivity(QAbstractItemView *view)
    : QObject(view)
    , m_view(view)
{
    m_clock.start();
    m_timer.setParent(this);
    connect(&m_timer, &QTimer::timeout, this, &RowActivity::tick);
}

bool RowActivity::isAnimated() const
{
    // Not for the view itself: trees are not animated by the usual styles.
    return m_animationsWanted && m_view->style()->styleHint(QStyle::SH_Widget_Animation_Duration) > 0;
}

void RowActivity::note(const catalog::SnapshotDiff &difference, bool isNews)
{
    const bool glows = isNews && isAnimated();
    if (glows && difference.removed.size() <= mostGlowing) {
        for (const catalog::PipeEntryPtr &entry : difference.removed)
            m_glows[entry->path()] = { now(), true };
    }
    for (const catalog::PipeEntryPtr &entry : difference.removed)
        m_unread.remove(entry->path());
    for (const catalog::PipeEntryPtr &entry : difference.added) {
        if (glows && difference.added.size() <= mostGlowing)
            m_glows[entry->path()] = { now(), false };
        noteUnread(*entry);
    }
    for (const catalog::PipeEntryPtr &entry : difference.changed)
        noteUnread(*entry);
    setTimer();
}

void RowActivity::noteUnread(const catalog::PipeEntry &entry)
{
    const quint64 unread = unreadOf(entry);
    const auto known = m_unread.find(entry.path());
    if (known == m_unread.end() && unread == 0)
        return;
    std::vector<Sample> &samples = known == m_unread.end() ? m_unread[entry.path()] : *known;
    if (!samples.empty() && samples.back().unread == unread)
        return;
    if (samples.size() == mostSamples)
        samples.erase(samples.begin());
    samples.push_back({ now(), unread });
}

double RowActivity::glow(const QByteArray &path) const
{
    const auto found = m_glows.constFind(path);
    if (found == m_glows.constEnd())
        return 0;
    return std::clamp(1.0 - static_cast<double>(now() - found->since) / glowMs, 0.0, 1.0);
}

std::vector<RowActivity::Sample> RowActivity::unread(const QByteArray &path) const { return m_unread.value(path); }

void RowActivity::tick()
{
    std::vector<QByteArray> removed;
    m_glows.removeIf([&](const std::pair<const QByteArray &, Glow &> &one) {
        const bool isOver = now() - one.second.since >= glowMs;
        if (isOver && one.second.isRemoved)
            removed.push_back(one.first);
        return isOver;
    });
    m_unread.removeIf([this](const std::pair<const QByteArray &, std::vector<Sample> &> &one) {
        const Sample &last = one.second.back();
        return last.unread == 0 && now() - last.ms > lineMs;
    });
    setTimer();
    m_view->viewport()->update();
    if (!removed.empty())
        Q_EMIT faded(removed);
}

void RowActivity::setTimer()
{
    constexpr int glowInterval = 60;
    constexpr int lineInterval = 1000;
    if (m_glows.empty() && m_unread.empty()) {
        m_timer.stop();
        return;
    }
    const int interval = m_glows.empty() ? lineInterval : glowInterval;
    if (!m_timer.isActive() || m_timer.interval() != interval)
        m_timer.start(interval);
}

} // namespace pipeglass::ui
