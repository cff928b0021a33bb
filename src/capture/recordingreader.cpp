// SPDX-License-Identifier: MIT
#include "capture/recordingreader.h"

#include <utility>

namespace pipeglass::capture {

RecordingReader::RecordingReader(const RecordIndex &index, const Segments *segments, QByteArray path)
    : m_index(index)
    , m_segments(segments)
    , m_path(std::move(path))
{
}

/// Finds the entry of a message, and its file.
Status RecordingReader::goTo(quint64 number)
{
    if (m_segments == nullptr)
        return failure(ErrorCode::RecordDeleted, m_path);
    const IndexEntry entry = m_index.at(number);
    m_entry = Segments::local(entry);
    const qint64 base = entry.offset - m_entry.offset;
    if (base == m_base)
        return {};
    m_ahead.reset();
    m_segment = m_segments->of(entry);
    m_base = m_segment == nullptr ? -1 : base;
    if (m_segment == nullptr)
        return failure(ErrorCode::RecordDeleted, m_path);
    m_ahead.emplace(*m_segment->file);
    return {};
}

Result<Record> RecordingReader::read(quint64 number)
{
    if (const Status found = goTo(number); !found)
        return failure(found.error());
    return m_segment->reader.record(m_entry, &*m_ahead);
}

Result<Slice> RecordingReader::payload(quint64 number)
{
    if (const Status found = goTo(number); !found)
        return failure(found.error());
    return m_segment->reader.payload(m_entry, *m_ahead);
}

} // namespace pipeglass::capture
