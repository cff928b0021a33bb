// SPDX-License-Identifier: MIT
#include "models/charts/ratecounts.h"

namespace pipeglass::models {

namespace {

/// Rounds down, also before 1970.
qint64 floorOf(qint64 value, qint64 unit) { return value / unit - (value % unit < 0 ? 1 : 0); }

void addTo(RateCounts::Span &sum, const RateCounts::Span &part)
{
    if (part.isEmpty)
        return;
    if (sum.isEmpty)
        sum.first = part.first;
    sum.isEmpty = false;
    for (const Side side : { Side::Client, Side::Server }) {
        sum.messages[side] += part.messages[side];
        sum.bytes[side] += part.bytes[side];
    }
}

} // namespace

void RateCounts::add(quint64 number, const capture::RecordSummary &message)
{
    if (message.isEvent)
        return;
    const qint64 second = floorOf(message.time.unixNanoseconds, nanosecondsPerSecond);
    if (m_spans.empty())
        m_start = second;
    qint64 place = qMax<qint64>(0, floorOf(second - m_start, m_seconds));
    while (place >= static_cast<qint64>(mostSpans)) {
        halve();
        place /= 2;
    }
    if (static_cast<size_t>(place) >= m_spans.size())
        m_spans.resize(static_cast<size_t>(place) + 1);
    Span one;
    one.messages[message.from] = 1;
    one.bytes[message.from] = static_cast<quint64>(message.wireSize);
    one.first = number;
    one.isEmpty = false;
    addTo(m_spans[static_cast<size_t>(place)], one);
}

void RateCounts::halve()
{
    std::vector<Span> halved((m_spans.size() + 1) / 2);
    for (size_t i = 0; i < m_spans.size(); ++i)
        addTo(halved[i / 2], m_spans[i]);
    m_spans = std::move(halved);
    m_seconds *= 2;
}

} // namespace pipeglass::models
