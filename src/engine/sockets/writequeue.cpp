// SPDX-License-Identifier: MIT
#include "engine/sockets/writequeue.h"

#include <utility>

namespace pipeglass::engine {

void WriteQueue::push(Outgoing piece)
{
    m_bytes += piece.bytes.size();
    m_withPassed += piece.passed.empty() ? 0 : 1;
    m_pieces.push_back(std::move(piece));
    take(0);
}

size_t WriteQueue::gather(std::span<iovec> out) const
{
    size_t filled = 0;
    qsizetype skip = m_offset;
    for (size_t i = m_done; i < m_pieces.size() && filled < out.size(); ++i) {
        if (filled > 0 && (!m_pieces[i].passed.empty() || m_pieces[i].sender != m_pieces[m_done].sender))
            break;
        const Slice &bytes = m_pieces[i].bytes;
        // sendmsg() takes a pointer to what it only reads.
        out[filled].iov_base = const_cast<char *>(bytes.data() + skip); // NOLINT(cppcoreguidelines-pro-type-const-cast)
        out[filled].iov_len = static_cast<size_t>(bytes.size() - skip);
        ++filled;
        skip = 0;
    }
    return filled;
}

const std::vector<UniqueFd> &WriteQueue::passed() const
{
    static const std::vector<UniqueFd> none;
    return m_done < m_pieces.size() ? m_pieces[m_done].passed : none;
}

Sender WriteQueue::sender() const { return m_done < m_pieces.size() ? m_pieces[m_done].sender : Sender(); }

void WriteQueue::forgetSender()
{
    if (m_done >= m_pieces.size())
        return;
    const Sender forgotten = m_pieces[m_done].sender;
    for (size_t i = m_done; i < m_pieces.size() && m_pieces[i].sender == forgotten; ++i)
        m_pieces[i].sender = {};
}

void WriteQueue::take(qint64 count)
{
    Q_ASSERT(count >= 0 && count <= m_bytes);
    if (count > 0 && m_done < m_pieces.size() && !m_pieces[m_done].passed.empty()) {
        m_pieces[m_done].passed.clear();
        --m_withPassed;
    }
    m_bytes -= count;
    m_offset += count;
    while (m_done < m_pieces.size() && m_offset >= m_pieces[m_done].bytes.size()) {
        m_offset -= m_pieces[m_done].bytes.size();
        ++m_done;
    }
}

bool WriteQueue::firstIsDone() const { return m_done > 0; }

quint64 WriteQueue::popFirst()
{
    Q_ASSERT(m_done > 0);
    const quint64 token = m_pieces.front().token;
    m_pieces.pop_front();
    --m_done;
    return token;
}

WriteQueue::Part WriteQueue::takenPart() const
{
    return m_done < m_pieces.size() ? Part{ m_pieces[m_done].token, m_offset } : Part{};
}

void WriteQueue::clear()
{
    m_pieces.clear();
    m_done = 0;
    m_offset = 0;
    m_bytes = 0;
    m_withPassed = 0;
}

} // namespace pipeglass::engine
