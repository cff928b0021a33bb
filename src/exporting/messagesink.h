// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

namespace pipeglass::exporting {

/// What is done with the items of a conversation, one after the other.
class MessageSink {
public:
    MessageSink() = default;
    virtual ~MessageSink() = default;
    MessageSink(const MessageSink &) = delete;
    MessageSink &operator=(const MessageSink &) = delete;

    struct Item {
        const capture::MessageList &list;
        quint64 position; ///< in the list
        quint64 number; ///< of a message, from 1; 0: an event
        std::optional<quint64> request; ///< number of the message that an answer belongs to
        std::optional<qint64> latency; ///< of an answer, in nanoseconds
    };
    /// Fails as reading the item or writing does.
    [[nodiscard]] virtual Status take(const Item &item) = 0;
    /// After the last item.
    [[nodiscard]] virtual Status finish() { return {}; }
};

} // namespace pipeglass::exporting
