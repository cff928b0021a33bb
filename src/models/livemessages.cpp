// SPDX-License-Identifier: MIT
#include "models/livemessages.h"

#include "models/pooljob.h"

#include <QElapsedTimer>

#include <utility>

namespace pipeglass::models {

namespace {

/// Duration of one job; the view is updated after each.
constexpr qint64 cutMs = 40;
constexpr quint64 itemsBetweenClockReads = 32;

/// Cuts items for a while. False if one cannot be read.
bool cutForAWhile(conversation::ReframedMessages &list)
{
    QElapsedTimer timer;
    timer.start();
    Result<bool> hasMore = true;
    while (hasMore.value_or(false) && !timer.hasExpired(cutMs))
        hasMore = list.cutMore(itemsBetweenClockReads);
    return hasMore.has_value();
}

} // namespace

LiveMessages::LiveMessages(capture::RecordingPtr recording, QObject *parent)
    : QObject(parent)
    , m_recording(std::move(recording))
{
}

capture::MessageListPtr LiveMessages::list() const
{
    if (m_reframed != nullptr)
        return m_reframed;
    return m_recording;
}

void LiveMessages::cut(const PerSide<framing::FramingPtr> &framing)
{
    m_reframed = std::make_shared<conversation::ReframedMessages>(m_recording, framing);
    m_isCutting = false; // a running job works on a list that is no longer shown
    m_isFinished = false;
    Q_EMIT listChanged();
    cutMore();
}

void LiveMessages::update()
{
    if (m_reframed != nullptr)
        cutMore();
    else
        Q_EMIT grew();
}

void LiveMessages::end()
{
    m_hasEnded = true;
    update();
}

void LiveMessages::cutMore()
{
    if (m_isCutting || m_isFinished)
        return;
    const bool isNew = m_reframed->itemsCut() < m_recording->count();
    if (!isNew && !m_hasEnded)
        return;
    m_isCutting = true;
    m_isFinished = !isNew;
    const auto work = [list = m_reframed, isLast = m_isFinished] {
        if (!isLast)
            return cutForAWhile(*list);
        list->finish();
        return true;
    };
    runInPool(this, work, [this, list = m_reframed](bool good) {
        if (list != m_reframed)
            return;
        m_isCutting = false;
        m_isFinished = m_isFinished || !good; // the list ends at an unreadable item
        Q_EMIT grew();
        cutMore();
    });
}

} // namespace pipeglass::models
