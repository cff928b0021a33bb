// SPDX-License-Identifier: MIT
#pragma once

#include "conversation/selectedmessages.h"
#include "core/growingindex.h"

namespace pipeglass::conversation {

/// Items of another list that were added one by one. One thread adds; any thread uses items below count() concurrently.
class FilteredMessages final : public SelectedMessages {
public:
    using SelectedMessages::SelectedMessages;

    void add(quint64 number) { m_numbers.append(static_cast<quint32>(number)); } ///< number in the source, ascending

    [[nodiscard]] quint64 sourceNumber(quint64 number) const override { return m_numbers.at(number); }
    [[nodiscard]] quint64 firstFrom(quint64 sourceItem) const override
    {
        quint64 first = 0;
        for (quint64 left = count(); left > 0;) {
            const quint64 half = left / 2;
            const bool isBefore = m_numbers.at(first + half) < sourceItem;
            first += isBefore ? half + 1 : 0;
            left = isBefore ? left - half - 1 : half;
        }
        return first;
    }
    [[nodiscard]] quint64 count() const override { return m_numbers.count(); }

private:
    GrowingIndex<quint32> m_numbers; ///< a list holds at most 2^30 items
};

} // namespace pipeglass::conversation
