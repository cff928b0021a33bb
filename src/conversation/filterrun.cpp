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
{
}

Result<bool> FilterRun::next()
{
    ListSubject subject(*m_list, m_next++);
    const capture::RecordSummary &summary = subject.summary();
    m_number = summary.isEvent ? 0 : ++m_messages;
    findRequest(summary);
    if (!summary.isEvent)
        subject.messageNumber = m_number;
    subject.answerTime = m_latency;
    if (m_filter.uses(filter::Field::Direction))
        subject.ourSide = oursOf(summary.connection);
    return m_filter.matches(subject);
}

void FilterRun::findRequest(const capture::RecordSummary &summary)
{
    m_request.reset();
    m_latency.reset();
    if (!m_needsLatency || summary.isEvent)
        return;
    const auto payload = m_list->payloadStart(m_next - 1, decoding::Pairing::examined);
    const auto info = m_list->connection(summary.connection);
    const QByteArray framing = info ? info->framing[summary.from] : QByteArray();
    m_request = m_pairing.add(
        { { m_number, summary.time }, summary.connection, summary.from, payload.value_or(QByteArray()), framing });
    if (m_request)
        m_latency = summary.time.unixNanoseconds - m_request->time.unixNanoseconds;
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
