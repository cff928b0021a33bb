// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "decoding/pairing.h"

#include <vector>

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
    std::unique_ptr<capture::MessageReader> m_reader;
    decoding::Pairing m_pairing;
    std::optional<std::pair<ConnectionId, PerSide<QByteArray>>> m_framing; ///< of the last connection that was asked
};

/// Requests that an answer is looked for among: this many items before it.
inline constexpr quint64 requestDistance = 1000;

/// For each of `items`, in ascending order: the request, as an item, that it answers, if it is not too far before it.
/// Reads the items in between.
[[nodiscard]] std::vector<std::optional<RequestSearch::Request>>
requestsOf(const capture::MessageListPtr &list, const std::vector<quint64> &items);
/// The same for one item.
[[nodiscard]] std::optional<RequestSearch::Request> requestOf(const capture::MessageListPtr &list, quint64 item);

} // namespace pipeglass::conversation
