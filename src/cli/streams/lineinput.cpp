// SPDX-License-Identifier: MIT
#include "cli/streams/lineinput.h"

#include <QSocketNotifier>

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::cli {

LineInput::LineInput(int fd, qsizetype limit)
    : m_fd(fd)
    , m_limit(limit)
{
    // Treat a closed stdin as empty; a notifier on it would print a warning.
    m_ended = ::fcntl(fd, F_GETFD) < 0;
    if (m_ended)
        return;
    m_notifier = std::make_unique<QSocketNotifier>(fd, QSocketNotifier::Read);
    m_notifier->setEnabled(false);
    connect(m_notifier.get(), &QSocketNotifier::activated, this, &LineInput::read);
}

LineInput::~LineInput() = default;

std::optional<QByteArray> LineInput::takeLine()
{
    const qsizetype lineFeed = m_buffer.indexOf('\n', m_searched);
    if (lineFeed >= 0)
        return take(lineFeed, 1);
    m_searched = m_buffer.size();
    if (m_buffer.size() > m_limit || (m_ended && !m_buffer.isEmpty()))
        return take(m_buffer.size(), 0);
    if (!m_ended)
        m_notifier->setEnabled(true);
    return std::nullopt;
}

QByteArray LineInput::take(qsizetype size, qsizetype lineFeed)
{
    QByteArray line = m_buffer.left(size);
    m_buffer.remove(0, size + lineFeed); // cheap: QByteArray moves its start offset
    m_searched = 0;
    return line;
}

void LineInput::read()
{
    std::array<char, 64 * 1024> chunk{};
    const ssize_t size = ::read(m_fd, chunk.data(), chunk.size());
    if (size < 0 && (errno == EAGAIN || errno == EINTR))
        return;
    m_notifier->setEnabled(false);
    if (size > 0)
        m_buffer.append(chunk.data(), size);
    else
        m_ended = true;
    Q_EMIT ready();
}

} // namespace pipeglass::cli
