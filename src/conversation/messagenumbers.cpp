// SPDX-License-Identifier: MIT
#include "conversation/messagenumbers.h"

#include <algorithm>

namespace pipeglass::conversation {

quint64 MessageNumbers::messagesIn(quint64 first, quint64 end) const
{
    quint64 messages = 0;
    for (quint64 item = first; item < end; ++item)
        messages += m_list->summary(item).isEvent ? 0U : 1U;
    return messages;
}

void MessageNumbers::countUpTo(quint64 block) const
{
    while (m_before.size() <= block) {
        const quint64 last = m_before.size() - 1;
        const quint64 messages = messagesIn(last * blockSize, (last + 1) * blockSize);
        m_before.push_back(static_cast<quint32>(m_before.back() + messages));
    }
}

quint64 MessageNumbers::messagesBefore(quint64 item) const
{
    const quint64 block = std::min(item, m_list->count()) / blockSize;
    quint64 before = 0;
    {
        const std::lock_guard lock(m_mutex);
        countUpTo(block);
        before = m_before[block];
    }
    return before + messagesIn(block * blockSize, std::min(item, m_list->count()));
}

std::optional<quint64> MessageNumbers::number(quint64 item) const
{
    if (item >= m_list->count() || m_list->summary(item).isEvent)
        return {};
    return messagesBefore(item) + 1;
}

std::optional<quint64> MessageNumbers::item(quint64 number) const
{
    const quint64 count = m_list->count();
    if (number == 0 || number > messagesBefore(count))
        return {};
    quint64 block = 0;
    quint64 before = 0;
    {
        const std::lock_guard lock(m_mutex);
        const auto next = std::lower_bound(m_before.begin(), m_before.end(), number);
        block = static_cast<quint64>(next - m_before.begin()) - 1;
        before = m_before[block];
    }
    for (quint64 item = block * blockSize; item < count; ++item) {
        if (!m_list->summary(item).isEvent && ++before == number)
            return item;
    }
    return {};
}

} // namespace pipeglass::conversation
