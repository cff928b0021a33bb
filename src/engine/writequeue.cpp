// SPDX-License-Identifier: MIT
#include "engine/writequeue.h"

#include <utility>

namespace pipeglass::engine {

void WriteQueue::push(framing::Frame frame)
{
    m_bytes += frame.wire.size();
    m_frames.push_back(std::move(frame));
    take(0);
}

size_t WriteQueue::gather(std::span<iovec> out) const
{
    size_t filled = 0;
    qsizetype skip = m_offset;
    for (size_t i = m_done; i < m_frames.size() && filled < out.size(); ++i) {
        const Slice &wire = m_frames[i].wire;
        // sendmsg() takes a pointer to what it only reads.
        out[filled].iov_base = const_cast<char *>(wire.data() + skip); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        out[filled].iov_len = static_cast<size_t>(wire.size() - skip);
        ++filled;
        skip = 0;
    }
    return filled;
}

void WriteQueue::take(qint64 count)
{
    Q_ASSERT(count >= 0 && count <= m_bytes);
    m_bytes -= count;
    m_offset += count;
    while (m_done < m_frames.size() && m_offset >= m_frames[m_done].wire.size()) {
        m_offset -= m_frames[m_done].wire.size();
        ++m_done;
    }
}

bool WriteQueue::firstIsDone() const { return m_done > 0; }

framing::Frame WriteQueue::popFirst()
{
    Q_ASSERT(m_done > 0);
    framing::Frame frame = std::move(m_frames.front());
    m_frames.pop_front();
    --m_done;
    return frame;
}

Slice WriteQueue::takenPart() const
{
    return m_done < m_frames.size() && m_offset > 0 ? m_frames[m_done].wire.sliced(0, m_offset) : Slice();
}

void WriteQueue::clear() { *this = {}; }

} // namespace pipeglass::engine
