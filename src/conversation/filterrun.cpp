// SPDX-License-Identifier: MIT
#include "conversation/filterrun.h"

#include "conversation/itemtest.h"

#include <utility>

namespace pipeglass::conversation {

FilterRun::FilterRun(filter::Filter filter, capture::MessageListPtr list, bool needsLatency, Start start)
    : m_filter(std::move(filter))
    , m_list(std::move(list))
    , m_reader(m_list->reader())
    , m_next(start.item)
    , m_messages(start.messagesBefore)
    , m_needsLatency(needsLatency || m_filter.uses(filter::Field::Latency))
    , m_needsDirection(m_filter.uses(filter::Field::Direction))
    , m_requests(m_list)
{
}

Result<bool> FilterRun::next()
{
    ListSubject subject(*m_list, *m_reader, m_next++);
    const capture::RecordSummary &summary = subject.summary();
    m_number = summary.isEvent ? 0 : ++m_messages;
    m_request = m_needsLatency && !summary.isEvent ? m_requests.add(m_next - 1, summary, m_number) : std::nullopt;
    m_latency =
        m_request ? std::optional(summary.time.unixNanoseconds - m_request->time.unixNanoseconds) : std::nullopt;
    if (!summary.isEvent)
        subject.messageNumber = m_number;
    subject.answerTime = m_latency;
    if (m_needsDirection)
        subject.ourSide = oursOf(summary.connection);
    return m_filter.matches(subject);
}

std::optional<Side> FilterRun::oursOf(ConnectionId connection)
{
    if (!m_lastOurs || m_lastOurs->first != connection) {
        const auto info = m_list->connection(connection);
        m_lastOurs.emplace(connection, info ? info->ours : std::nullopt);
    }
    return m_lastOurs->second;
}

} // namespace pipeglass::conversation
