// SPDX-License-Identifier: MIT
#include "capture/segment.h"

#include <utility>

namespace pipeglass::capture {

quint32 Segments::add(SegmentPtr segment)
{
    const std::lock_guard lock(m_mutex);
    m_segments.push_back(std::move(segment));
    return m_first + static_cast<quint32>(m_segments.size()) - 1;
}

void Segments::dropFirst()
{
    const std::lock_guard lock(m_mutex);
    m_segments.pop_front();
    ++m_first;
}

void Segments::releaseLocks()
{
    const std::lock_guard lock(m_mutex);
    for (const SegmentPtr &one : m_segments)
        one->file->releaseLock();
}

SegmentPtr Segments::last() const
{
    const std::lock_guard lock(m_mutex);
    return m_segments.back();
}

SegmentPtr Segments::of(const IndexEntry &entry) const
{
    const auto number = static_cast<quint32>(entry.offset >> offsetBits);
    const std::lock_guard lock(m_mutex);
    return number < m_first ? nullptr : m_segments[number - m_first];
}

size_t Segments::count() const
{
    const std::lock_guard lock(m_mutex);
    return m_segments.size();
}

qint64 Segments::size() const
{
    const std::lock_guard lock(m_mutex);
    qint64 sum = 0;
    for (const SegmentPtr &one : m_segments)
        sum += one->file->size();
    return sum;
}

} // namespace pipeglass::capture
