// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <mutex>
#include <vector>

namespace pipeglass::conversation {

/// The numbers of messages in a growing list, from 1; events are not counted. Counts the items before the asked one
/// once. Any thread.
class MessageNumbers {
public:
    explicit MessageNumbers(capture::MessageListPtr list)
        : m_list(std::move(list))
    {
    }

    [[nodiscard]] quint64 messagesBefore(quint64 item) const;
    [[nodiscard]] std::optional<quint64> number(quint64 item) const; ///< nullopt: an event
    /// The item of a message.
    [[nodiscard]] std::optional<quint64> item(quint64 number) const;

private:
    static constexpr quint64 blockSize = 256;

    void countUpTo(quint64 block) const;
    [[nodiscard]] quint64 messagesIn(quint64 first, quint64 end) const;

    capture::MessageListPtr m_list;
    mutable std::mutex m_mutex;
    mutable std::vector<quint32> m_before{ 0 }; ///< number of messages before each block
};

using MessageNumbersPtr = std::shared_ptr<const MessageNumbers>;

} // namespace pipeglass::conversation
