// SPDX-License-Identifier: MIT
#include "conversation/itemtest.h"

#include <utility>

namespace pipeglass::conversation {

ItemTest::ItemTest(filter::Filter filter, capture::MessageListPtr list, MessageNumbersPtr numbers)
    : m_filter(std::move(filter))
    , m_list(std::move(list))
    , m_reader(m_list->reader())
    , m_numbers(std::move(numbers))
    , m_needsLatency(m_filter.uses(filter::Field::Latency))
    , m_needsDirection(m_filter.uses(filter::Field::Direction))
    , m_needsNumber(m_filter.uses(filter::Field::Number))
{
}

Result<bool> ItemTest::matches(quint64 item, std::optional<qint64> latency)
{
    ListSubject subject(*m_list, *m_reader, item);
    if (m_needsNumber)
        subject.messageNumber = m_numbers->number(item);
    if (m_needsDirection) {
        if (const auto info = m_list->connection(subject.summary().connection))
            subject.ourSide = info->ours;
    }
    subject.answerTime = latency;
    return m_filter.matches(subject);
}

} // namespace pipeglass::conversation
