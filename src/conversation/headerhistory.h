// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "decoding/protocols/hpack/headertracker.h"

namespace pipeglass::conversation {

/// What the frames of HTTP/2 before an item have defined, for items of one list in ascending order. One thread.
class HeaderHistory {
public:
    /// Reads this many items before the first one that is asked for, and between two.
    static constexpr quint64 distance = 10'000;

    /// Null if the item is no frame of HTTP/2, or its sender has defined nothing within that distance.
    [[nodiscard]] std::shared_ptr<const decoding::HeaderState> before(const capture::MessageList &list, quint64 item);

private:
    decoding::HeaderTracker m_tracker;
    quint64 m_next = 0; ///< the first item that the tracker has not got
};

} // namespace pipeglass::conversation
