// SPDX-License-Identifier: MIT
#include "cli/streams/fdoutput.h"

#include <QCoreApplication>
#include <QSocketNotifier>

#include <array>
#include <cerrno>
#include <climits>

#include <poll.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

constexpr qsizetype flushAt = qsizetype{ 64 } << 10U;
constexpr qsizetype maxHeld = qsizetype{ 16 } << 20U;
/// Maximum wait for the reader after an interrupt.
constexpr int hurriedTimeoutMs = 1000;

/// Whether writes never block: a regular file, or /dev/null.
bool neverBlocks(int fd)
{
    struct stat status { };
    return ::fstat(fd, &status) == 0
        && (S_ISREG(status.st_mode) || (S_ISCHR(status.st_mode) && status.st_rdev == makedev(1, 3)));
}

} // namespace

FdOutput::FdOutput(int fd, int abandon)
    : m_fd(fd)
    , m_abandon(abandon)
    , m_isTerminal(::isatty(fd) == 1)
    , m_neverBlocks(neverBlocks(fd))
{
}

FdOutput::~FdOutput() { drain(true); }

void FdOutput::write(QByteArrayView bytes)
{
    if (m_state != State::Good)
        return;
    m_held += bytes;
    if (m_held.size() >= flushAt)
        flush();
}

void FdOutput::flush()
{
    writeDownTo(0, 0);
    if (m_held.size() > maxHeld)
        writeDownTo(maxHeld / 2, -1);
    watch();
}

void FdOutput::drain(bool hurry)
{
    writeDownTo(0, hurry ? hurriedTimeoutMs : -1);
    if (!m_held.isEmpty())
        end(State::Closed);
    watch();
}

FdOutput::Room FdOutput::waitForRoom(int timeoutMs) const
{
    std::array<pollfd, 2> polled{ pollfd{ m_fd, POLLOUT, 0 }, pollfd{ m_abandon, POLLIN, 0 } };
    while (::poll(polled.data(), polled.size(), timeoutMs) < 0) {
        if (errno != EINTR)
            return Room::Yes; // write() will report the error
    }
    if (polled[0].revents != 0)
        return Room::Yes;
    return polled[1].revents != 0 && timeoutMs != 0 ? Room::Abandoned : Room::NotInTime;
}

/// Writes until at most `size` bytes are held, waiting up to `timeoutMs` for each chunk.
void FdOutput::writeDownTo(qsizetype size, int timeoutMs)
{
    while (m_held.size() > size) {
        const Room room = m_neverBlocks ? Room::Yes : waitForRoom(timeoutMs);
        if (room == Room::Abandoned)
            end(State::Closed);
        if (room != Room::Yes)
            return;
        writeOnce();
    }
}

void FdOutput::writeOnce()
{
    // When poll() reports a pipe writable, only PIPE_BUF bytes are certain not to block.
    const qsizetype size = m_neverBlocks ? m_held.size() : qMin<qsizetype>(m_held.size(), PIPE_BUF);
    const ssize_t written = ::write(m_fd, m_held.constData(), static_cast<size_t>(size));
    if (written >= 0) {
        m_held.remove(0, written); // cheap: QByteArray moves its start offset
    } else if (errno == EPIPE) {
        end(State::Closed);
    } else if (errno != EINTR && errno != EAGAIN) {
        m_systemError = errno;
        end(State::Failed);
    }
}

void FdOutput::end(State state)
{
    m_state = state;
    m_held.clear();
}

void FdOutput::watch()
{
    const bool waiting = !m_held.isEmpty();
    if (waiting && !m_notifier && QCoreApplication::instance() != nullptr) {
        m_notifier = std::make_unique<QSocketNotifier>(m_fd, QSocketNotifier::Write);
        QObject::connect(m_notifier.get(), &QSocketNotifier::activated, m_notifier.get(), [this] { flush(); });
    }
    if (m_notifier)
        m_notifier->setEnabled(waiting);
}

} // namespace pipeglass::cli
