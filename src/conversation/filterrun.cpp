// SPDX-License-Identifier: MIT
#include "conversation/filterrun.h"

#include <utility>

namespace pipeglass::conversation {

namespace {

struct ListSubject final : filter::Subject {
    ListSubject(const capture::MessageList &list, quint64 item)
        : m_list(list)
        , m_item(item)
        , m_summary(list.summary(item))
    {
    }

    [[nodiscard]] const capture::RecordSummary &summary() const override { return m_summary; }
    [[nodiscard]] std::optional<quint64> number() const override { return messageNumber; }
    [[nodiscard]] std::optional<Side> ours() const override { return ourSide; }
    [[nodiscard]] std::optional<qint64> latency() const override { return answerTime; }
    [[nodiscard]] Result<Slice> payload() const override
    {
        return m_list.read(m_item).map([](const capture::Record &record) { return record.payload(); });
    }

    std::optional<quint64> messageNumber;
    std::optional<Side> ourSide;
    std::optional<qint64> answerTime;

private:
    const capture::MessageList &m_list;
    quint64 m_item;
    capture::RecordSummary m_summary;
};

} // namespace

FilterRun::FilterRun(filter::Filter filter, capture::MessageListPtr list, bool needsLatency)
    : m_filter(std::move(filter))
    , m_list(std::move(list))
    , m_needsLatency(needsLatency || m_filter.uses(filter::Field::Latency))
    , m_needsDirection(m_filter.uses(filter::Field::Direction))
    , m_requests(m_list)
{
}

Result<bool> FilterRun::next()
{
    ListSubject subject(*m_list, m_next++);
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
