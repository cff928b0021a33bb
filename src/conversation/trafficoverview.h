// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <vector>

namespace pipeglass::conversation {

/// What a growing list contains, in a bounded number of parts: with equally many items, and of equal time. One thread.
class TrafficOverview {
public:
    static constexpr size_t maxParts = 2048;

    struct Part {
        PerSide<quint64> bytes; ///< of payloads, by sender
        quint32 malformed = 0;
        quint32 events = 0;
    };

    explicit TrafficOverview(capture::MessageListPtr list)
        : m_list(std::move(list))
    {
    }

    /// Examines at most `items` more items, without reading the recording. True if there are more.
    bool examine(quint64 items);
    [[nodiscard]] const std::vector<Part> &parts() const { return m_parts; }
    [[nodiscard]] quint64 itemsPerPart() const { return m_itemsPerPart; }
    [[nodiscard]] quint64 examined() const { return m_examined; }

    /// Parts of equal time since `begin()`; items that seem older are in the first one.
    [[nodiscard]] const std::vector<Part> &timeParts() const { return m_timeParts; }
    [[nodiscard]] qint64 nanosecondsPerPart() const { return m_nanosecondsPerPart; }
    [[nodiscard]] qint64 begin() const { return m_begin; } ///< nanoseconds since 1970, of the first item
    [[nodiscard]] qint64 end() const { return m_end; } ///< of the latest item

private:
    [[nodiscard]] Part &partAt(quint64 item);
    [[nodiscard]] Part &partAt(Timestamp time);

    capture::MessageListPtr m_list;
    std::vector<Part> m_parts;
    quint64 m_itemsPerPart = 1;
    quint64 m_examined = 0;
    std::vector<Part> m_timeParts;
    qint64 m_nanosecondsPerPart = 1'000'000;
    qint64 m_begin = 0;
    qint64 m_end = 0;
};

} // namespace pipeglass::conversation
