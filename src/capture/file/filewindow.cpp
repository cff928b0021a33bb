// SPDX-License-Identifier: MIT
#include "capture/file/filewindow.h"

namespace pipeglass::capture {

FileWindow::FileWindow(const RecordingFile &file)
    : m_file(file)
    , m_buffer(capacity, Qt::Uninitialized)
{
}

Result<QByteArrayView> FileWindow::bytes(qint64 offset, qsizetype size)
{
    Q_ASSERT(size <= capacity && offset + size <= m_file.size());
    if (offset < m_start || offset + size > m_start + m_size) {
        m_size = 0;
        const qsizetype ahead = qMin<qsizetype>(m_buffer.size(), m_file.size() - offset);
        if (const Status read = m_file.readAt(offset, m_buffer.data(), ahead); !read)
            return failure(read.error());
        m_start = offset;
        m_size = ahead;
    }
    return QByteArrayView(m_buffer.constData() + (offset - m_start), size);
}

QByteArrayView FileWindow::buffered(qint64 offset) const
{
    const qint64 at = offset - m_start;
    return at < 0 || at >= m_size ? QByteArrayView()
                                  : QByteArrayView(m_buffer.constData() + at, m_size - static_cast<qsizetype>(at));
}

} // namespace pipeglass::capture
