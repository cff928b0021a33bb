// SPDX-License-Identifier: MIT
#include "conversation/trafficoverview.h"

#include <algorithm>

namespace pipeglass::conversation {

bool TrafficOverview::examine(quint64 items)
{
    const quint64 count = m_list->count();
    const quint64 end = std::min(count, m_examined + items);
    for (; m_examined < end; ++m_examined) {
        if (m_examined / m_itemsPerPart >= maxParts)
            merge();
        const quint64 place = m_examined / m_itemsPerPart;
        if (place >= m_parts.size())
            m_parts.resize(place + 1);
        Part &part = m_parts[place];
        const capture::RecordSummary summary = m_list->summary(m_examined);
        if (summary.isEvent) {
            ++part.events;
            continue;
        }
        part.bytes[summary.from] += static_cast<quint64>(summary.payloadSize);
        part.malformed += summary.isMalformed() ? 1U : 0U;
    }
    return m_examined < count;
}

/// Joins every two parts.
void TrafficOverview::merge()
{
    for (size_t i = 0; i < m_parts.size() / 2; ++i) {
        Part joined = m_parts[2 * i];
        const Part &second = m_parts[2 * i + 1];
        for (const Side side : { Side::Client, Side::Server })
            joined.bytes[side] += second.bytes[side];
        joined.malformed += second.malformed;
        joined.events += second.events;
        m_parts[i] = joined;
    }
    m_parts.resize(m_parts.size() / 2);
    m_itemsPerPart *= 2;
}

} // namespace pipeglass::conversation
