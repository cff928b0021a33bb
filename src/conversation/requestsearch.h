// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "decoding/pairing.h"

namespace pipeglass::conversation {

/// Finds the requests that the messages of a list answer. One thread.
class RequestSearch {
public:
    using Request = decoding::Pairing::Request;

    explicit RequestSearch(capture::MessageListPtr list);

    /// The request that an item answers. To be called for every message, in order; `number` is what it is called as a
    /// request. A message that cannot be read is one without ids.
    [[nodiscard]] std::optional<Request> add(quint64 item, const capture::RecordSummary &summary, quint64 number);

private:
    capture::MessageListPtr m_list;
    decoding::Pairing m_pairing;
    std::optional<std::pair<ConnectionId, PerSide<QByteArray>>> m_framing; ///< of the last connection that was asked
};

/// The request, as an item, that a message answers, if it is among the items before it that are looked at. Reads them.
[[nodiscard]] std::optional<RequestSearch::Request> requestOf(const capture::MessageListPtr &list, quint64 item);

} // namespace pipeglass::conversation
