// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

namespace pipeglass::conversation {

/// The numbers of messages in a growing list, from 1; events are not counted. Any thread.
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
    capture::MessageListPtr m_list;
};

using MessageNumbersPtr = std::shared_ptr<const MessageNumbers>;

} // namespace pipeglass::conversation
