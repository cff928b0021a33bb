// SPDX-License-Identifier: MIT
#include "capture/messagelist.h"

namespace pipeglass::capture {

namespace {

/// Reads each message with MessageList::read().
class PlainReader final : public MessageReader {
public:
    explicit PlainReader(const MessageList &list)
        : m_list(list)
    {
    }

    [[nodiscard]] Result<Record> read(quint64 number) override { return m_list.read(number); }

private:
    const MessageList &m_list;
};

} // namespace

std::unique_ptr<MessageReader> MessageList::reader() const { return std::make_unique<PlainReader>(*this); }

quint64 MessageList::eventsBefore(quint64 number) const
{
    quint64 events = 0;
    for (quint64 item = 0; item < number; ++item)
        events += summary(item).isEvent ? 1U : 0U;
    return events;
}

} // namespace pipeglass::capture
