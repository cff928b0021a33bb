// SPDX-License-Identifier: MIT
#include "capture/file/readahead.h"

#include <cstring>

namespace pipeglass::capture {

Status ReadAhead::load(qint64 offset, qsizetype size)
{
    const bool isNear = m_size > 0 && offset <= m_start + m_size + m_ahead && offset + size >= m_start - m_ahead;
    const bool isBackward = isNear && offset < m_start;
    m_ahead = isNear ? qMin(2 * m_ahead, largest) : smallest;
    const qsizetype wanted = qMax(m_ahead, size);
    const qint64 start = isBackward ? qMax<qint64>(0, offset + size - wanted) : offset;
    const auto available = static_cast<qsizetype>(qMin<qint64>(wanted, m_file.size() - start));
    m_size = 0;
    if (!m_buffer.isDetached() || m_buffer.size() < wanted) // slices share it
        m_buffer = QByteArray(wanted, Qt::Uninitialized);
    if (const Status read = m_file.readAt(start, m_buffer.data(), qMax(available, size)); !read)
        return read;
    m_start = start;
    m_size = available;
    return {};
}

Result<Slice> ReadAhead::bytes(qint64 offset, qsizetype size)
{
    if (size > largest / 2) {
        QByteArray whole(size, Qt::Uninitialized);
        if (const Status read = m_file.readAt(offset, whole.data(), size); !read)
            return failure(read.error());
        return Slice(std::move(whole));
    }
    if (!has(offset, size)) {
        if (const Status loaded = load(offset, size); !loaded)
            return failure(loaded.error());
    }
    return Slice(m_buffer, offset - m_start, size);
}

Status ReadAhead::readAt(qint64 offset, char *to, qsizetype size)
{
    if (size > largest / 2)
        return m_file.readAt(offset, to, size);
    if (!has(offset, size)) {
        if (const Status loaded = load(offset, size); !loaded)
            return loaded;
    }
    std::memcpy(to, m_buffer.constData() + (offset - m_start), static_cast<size_t>(size));
    return {};
}

} // namespace pipeglass::capture
