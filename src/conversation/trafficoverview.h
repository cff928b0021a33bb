// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <vector>

namespace pipeglass::conversation {

/// What a growing list contains, in a bounded number of parts with equally many items. One thread.
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

private:
    void merge();

    capture::MessageListPtr m_list;
    std::vector<Part> m_parts;
    quint64 m_itemsPerPart = 1;
    quint64 m_examined = 0;
};

} // namespace pipeglass::conversation
