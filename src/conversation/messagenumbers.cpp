// SPDX-License-Identifier: MIT
#include "conversation/messagenumbers.h"

#include <algorithm>

namespace pipeglass::conversation {

quint64 MessageNumbers::messagesBefore(quint64 item) const
{
    const quint64 end = std::min(item, m_list->count());
    return end - m_list->eventsBefore(end);
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
    // The first item with so many messages up to it.
    quint64 first = number - 1;
    for (quint64 left = count - first; left > 0;) {
        const quint64 half = left / 2;
        const bool isBefore = messagesBefore(first + half + 1) < number;
        first += isBefore ? half + 1 : 0;
        left = isBefore ? left - half - 1 : half;
    }
    return first;
}

} // namespace pipeglass::conversation
