// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"

#include <vector>

namespace pipeglass::models {

/// Messages and bytes of each side in equal spans of time. A span is a second at first, and twice as long each time
/// there would be too many, so that memory is bounded however long a conversation is.
class RateCounts {
public:
    struct Span {
        PerSide<quint64> messages;
        PerSide<quint64> bytes; ///< on the wire
        quint64 first = 0; ///< number of the first message; only if there is one
        bool isEmpty = true;

        friend bool operator==(const Span &, const Span &) = default;
    };

    static constexpr size_t mostSpans = 100'000;

    void add(quint64 number, const capture::RecordSummary &message); ///< in order; events are ignored
    [[nodiscard]] const std::vector<Span> &spans() const { return m_spans; }
    [[nodiscard]] qint64 spanSeconds() const { return m_seconds; }
    [[nodiscard]] qint64 start() const { return m_start; } ///< of the first span, in seconds since 1970
    [[nodiscard]] Timestamp startOf(size_t span) const
    {
        return { (m_start + static_cast<qint64>(span) * m_seconds) * nanosecondsPerSecond };
    }

private:
    void halve();

    std::vector<Span> m_spans;
    qint64 m_start = 0;
    qint64 m_seconds = 1;
};

} // namespace pipeglass::models
