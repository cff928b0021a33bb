// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/requestsearch.h"
#include "filter/filter.h"

#include <optional>

namespace pipeglass::conversation {

/// Applies a filter to the items of a list, in their order. One thread.
class FilterRun {
public:
    /// The first item to pass. Requests before it are not known.
    struct Start {
        quint64 item = 0;
        quint64 messagesBefore = 0;
    };

    /// `needsLatency`: request() and latency() are asked, though the filter may not need it.
    FilterRun(filter::Filter filter, capture::MessageListPtr list, bool needsLatency = false, Start start = { 0, 0 });

    [[nodiscard]] quint64 position() const { return m_next; } ///< of the next item
    [[nodiscard]] bool isAtEnd() const { return m_next >= m_list->count(); }
    /// Whether the next item matches. Fails as reading it does; it is passed then too.
    [[nodiscard]] Result<bool> next();
    // Of the item that next() passed:
    [[nodiscard]] quint64 number() const { return m_number; } ///< of a message, from 1; 0: an event
    /// The request that the item answers, if needed.
    [[nodiscard]] const std::optional<RequestSearch::Request> &request() const { return m_request; }
    [[nodiscard]] std::optional<qint64> latency() const { return m_latency; } ///< nanoseconds since the request

private:
    [[nodiscard]] std::optional<Side> oursOf(ConnectionId connection);

    filter::Filter m_filter;
    capture::MessageListPtr m_list;
    std::unique_ptr<capture::MessageReader> m_reader;
    quint64 m_next;
    quint64 m_messages;
    quint64 m_number = 0;
    std::optional<qint64> m_latency;
    bool m_needsLatency;
    bool m_needsDirection;
    RequestSearch m_requests;
    std::optional<RequestSearch::Request> m_request;
    std::optional<std::pair<ConnectionId, std::optional<Side>>> m_lastOurs; ///< of the last connection that was asked
};

} // namespace pipeglass::conversation
