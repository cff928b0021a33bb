// SPDX-License-Identifier: MIT
#include "conversation/requestsearch.h"

#include <algorithm>
#include <utility>

namespace pipeglass::conversation {

using decoding::Pairing;

RequestSearch::RequestSearch(capture::MessageListPtr list)
    : m_list(std::move(list))
    , m_reader(m_list->reader())
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
    const auto payload = isExamined ? m_reader->payload(item) : Result<Slice>();
    return m_pairing.add({ { number, summary.time },
                           summary.connection,
                           summary.from,
                           payload ? payload->view() : QByteArrayView(),
                           m_framing->second[summary.from] });
}

std::vector<std::optional<RequestSearch::Request>>
requestsOf(const capture::MessageListPtr &list, const std::vector<quint64> &items)
{
    std::vector<std::optional<RequestSearch::Request>> requests;
    requests.reserve(items.size());
    std::optional<RequestSearch> search;
    quint64 at = 0;
    for (const quint64 item : items) {
        if (!search || item > at + requestDistance) {
            search.emplace(list);
            at = item - std::min(item, requestDistance);
        }
        std::optional<RequestSearch::Request> request;
        for (; at <= item; ++at) {
            const capture::RecordSummary summary = list->summary(at);
            request = summary.isEvent ? std::nullopt : search->add(at, summary, at);
        }
        requests.push_back(request);
    }
    return requests;
}

std::optional<RequestSearch::Request> requestOf(const capture::MessageListPtr &list, quint64 item)
{
    return requestsOf(list, { item }).front();
}

} // namespace pipeglass::conversation
