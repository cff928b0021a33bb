// SPDX-License-Identifier: MIT
#include "conversation/trafficoverview.h"

#include <algorithm>

namespace pipeglass::conversation {

namespace {

/// Joins every two parts.
void joinParts(std::vector<TrafficOverview::Part> &parts)
{
    if (parts.size() % 2 != 0)
        parts.emplace_back();
    for (size_t i = 0; i < parts.size() / 2; ++i) {
        TrafficOverview::Part joined = parts[2 * i];
        const TrafficOverview::Part &second = parts[2 * i + 1];
        for (const Side side : { Side::Client, Side::Server })
            joined.bytes[side] += second.bytes[side];
        joined.malformed += second.malformed;
        joined.events += second.events;
        parts[i] = joined;
    }
    parts.resize(parts.size() / 2);
}

} // namespace

bool TrafficOverview::examine(quint64 items)
{
    const quint64 count = m_list->count();
    const quint64 end = std::min(count, m_examined + items);
    for (; m_examined < end; ++m_examined) {
        const capture::RecordSummary summary = m_list->summary(m_examined);
        for (Part *part : { &partAt(m_examined), &partAt(summary.time) }) {
            if (summary.isEvent) {
                ++part->events;
                continue;
            }
            part->bytes[summary.from] += static_cast<quint64>(summary.payloadSize);
            part->malformed += summary.isMalformed() ? 1U : 0U;
        }
    }
    return m_examined < count;
}

TrafficOverview::Part &TrafficOverview::partAt(quint64 item)
{
    if (item / m_itemsPerPart >= maxParts) {
        joinParts(m_parts);
        m_itemsPerPart *= 2;
    }
    const quint64 place = item / m_itemsPerPart;
    if (place >= m_parts.size())
        m_parts.resize(place + 1);
    return m_parts[place];
}

TrafficOverview::Part &TrafficOverview::partAt(Timestamp time)
{
    if (m_timeParts.empty())
        m_begin = m_end = time.unixNanoseconds;
    m_end = std::max(m_end, time.unixNanoseconds);
    const auto since = static_cast<quint64>(std::max<qint64>(0, time.unixNanoseconds - m_begin));
    while (since / static_cast<quint64>(m_nanosecondsPerPart) >= maxParts) {
        joinParts(m_timeParts);
        m_nanosecondsPerPart *= 2;
    }
    const quint64 place = since / static_cast<quint64>(m_nanosecondsPerPart);
    if (place >= m_timeParts.size())
        m_timeParts.resize(place + 1);
    return m_timeParts[place];
}

} // namespace pipeglass::conversation
