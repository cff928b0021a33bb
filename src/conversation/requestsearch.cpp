// SPDX-License-Identifier: MIT
#include "conversation/requestsearch.h"

#include <utility>

namespace pipeglass::conversation {

using decoding::Pairing;

RequestSearch::RequestSearch(capture::MessageListPtr list)
    : m_list(std::move(list))
{
}

std::optional<RequestSearch::Request>
RequestSearch::add(quint64 item, const capture::RecordSummary &summary, quint64 number)
{
    if (!m_framing || m_framing->first != summary.connection) {
        const auto info = m_list->connection(summary.connection);
        m_framing.emplace(summary.connection, info ? info->framing : PerSide<QByteArray>());
    }
    // Longer ones are not searched for ids.
    const bool isExamined = summary.payloadSize < Pairing::examined;
    const auto payload = isExamined ? m_list->payloadStart(item, Pairing::examined) : QByteArray();
    return m_pairing.add({ { number, summary.time },
                           summary.connection,
                           summary.from,
                           payload.value_or(QByteArray()),
                           m_framing->second[summary.from] });
}

std::optional<RequestSearch::Request> requestOf(const capture::MessageListPtr &list, quint64 item)
{
    constexpr quint64 lookedAt = 1000;
    const ConnectionId connection = list->summary(item).connection;
    RequestSearch search(list);
    std::optional<RequestSearch::Request> request;
    for (quint64 at = item < lookedAt ? 0 : item - lookedAt; at <= item; ++at) {
        const capture::RecordSummary summary = list->summary(at);
        if (!summary.isEvent && summary.connection == connection)
            request = search.add(at, summary, at);
    }
    return request;
}

} // namespace pipeglass::conversation
