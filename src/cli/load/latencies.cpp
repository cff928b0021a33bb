// SPDX-License-Identifier: MIT
#include "cli/load/latencies.h"

#include <bit>
#include <cmath>

namespace pipeglass::cli {

size_t Latencies::stepOf(quint64 value)
{
    if (value < stepCount)
        return value;
    // The highest bit selects the power of two, the bits below it the step.
    const unsigned shift = static_cast<unsigned>(std::bit_width(value)) - stepBits - 1;
    return (static_cast<size_t>(shift) + 1) * stepCount + static_cast<size_t>((value >> shift) - stepCount);
}

quint64 Latencies::valueOf(size_t step)
{
    if (step < stepCount)
        return step;
    const size_t shift = step / stepCount - 1;
    return (static_cast<quint64>(step % stepCount) + stepCount) << shift;
}

void Latencies::add(qint64 nanoseconds)
{
    ++m_counts[stepOf(static_cast<quint64>(qMax<qint64>(0, nanoseconds)))];
    ++m_count;
    m_max = qMax(m_max, nanoseconds);
}

qint64 Latencies::percentile(double share) const
{
    const auto wanted = static_cast<quint64>(std::ceil(share * static_cast<double>(m_count)));
    quint64 seen = 0;
    for (size_t step = 0; step < m_counts.size(); ++step) {
        seen += m_counts[step];
        if (m_counts[step] > 0 && seen >= wanted)
            return qMin(m_max, static_cast<qint64>(valueOf(step)));
    }
    return m_max;
}

} // namespace pipeglass::cli
