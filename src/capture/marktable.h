// SPDX-License-Identifier: MIT
#pragma once

#include "capture/mark.h"

#include <atomic>
#include <map>
#include <mutex>
#include <vector>

namespace pipeglass::capture {

/// The marks of a recording. Any thread.
class MarkTable {
public:
    void set(quint64 item, const Mark &mark)
    {
        const std::lock_guard lock(m_mutex);
        if (mark.isEmpty())
            m_marks.erase(item);
        else
            m_marks[item] = mark;
        ++m_changes;
    }

    [[nodiscard]] Mark of(quint64 item) const
    {
        const std::lock_guard lock(m_mutex);
        const auto known = m_marks.find(item);
        return known == m_marks.end() ? Mark() : known->second;
    }

    /// The marked ones below `count`, ascending.
    [[nodiscard]] std::vector<quint64> items(quint64 count) const
    {
        const std::lock_guard lock(m_mutex);
        std::vector<quint64> items;
        for (const auto &[item, mark] : m_marks) {
            if (item < count)
                items.push_back(item);
        }
        return items;
    }

    [[nodiscard]] quint64 changes() const { return m_changes; } ///< a counter

private:
    mutable std::mutex m_mutex;
    std::map<quint64, Mark> m_marks;
    std::atomic<quint64> m_changes{ 0 };
};

} // namespace pipeglass::capture
