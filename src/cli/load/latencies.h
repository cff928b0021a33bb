// SPDX-License-Identifier: MIT
#pragma once

#include <QtGlobal>

#include <array>

namespace pipeglass::cli {

/// Counts durations in steps of less than 1 %, in constant memory, and finds percentiles among them.
class Latencies {
public:
    void add(qint64 nanoseconds);

    [[nodiscard]] quint64 count() const { return m_count; }
    /// In nanoseconds; `share` from 0 to 1. 0 if there are none.
    [[nodiscard]] qint64 percentile(double share) const;
    [[nodiscard]] qint64 max() const { return m_max; } ///< exact

private:
    static constexpr unsigned stepBits = 7; ///< steps in each power of two: 128
    static constexpr size_t stepCount = size_t{ 1 } << stepBits;

    [[nodiscard]] static size_t stepOf(quint64 value);
    [[nodiscard]] static quint64 valueOf(size_t step);

    std::array<quint64, stepCount *(64 - stepBits + 1)> m_counts{};
    quint64 m_count = 0;
    qint64 m_max = 0;
};

} // namespace pipeglass::cli
