// SPDX-License-Identifier: MIT
#include "peek/unreadbytes.h"

#include "core/uniquefd.h"

#include <algorithm>
#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/ioctl.h>
#include <sys/socket.h>
#include <unistd.h>

namespace pipeglass::peek {

namespace {

/// Retries while the queue changes.
constexpr int maxAttempts = 4;

/// The first `size` unread bytes; fewer if recv() returns fewer.
std::optional<QByteArray> peekOnce(int fd, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    if (size == 0)
        return bytes;
    // Without a control buffer the kernel does not install passed descriptors.
    const ssize_t got = ::recv(fd, bytes.data(), static_cast<size_t>(size), MSG_PEEK | MSG_DONTWAIT);
    if (got < 0 && errno != EAGAIN)
        return {};
    bytes.truncate(qMax<ssize_t>(0, got));
    return bytes;
}

std::optional<QByteArray> readAvailable(int fd, qsizetype size)
{
    QByteArray bytes(size, Qt::Uninitialized);
    qsizetype filled = 0;
    while (filled < size) {
        const ssize_t got = ::read(fd, bytes.data() + filled, static_cast<size_t>(size - filled));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0 && errno != EAGAIN)
            return {};
        if (got <= 0)
            break;
        filled += got;
    }
    bytes.truncate(filled);
    return bytes;
}

qsizetype bounded(quint64 count, qsizetype limit)
{
    return static_cast<qsizetype>(std::min(count, static_cast<quint64>(limit)));
}

} // namespace

std::optional<quint64> countUnread(int fd)
{
    int count = 0;
    if (::ioctl(fd, FIONREAD, &count) != 0 || count < 0)
        return {};
    return static_cast<quint64>(count);
}

bool hasPeekOffset(int fd)
{
    int offset = -1;
    socklen_t size = sizeof offset;
    return ::getsockopt(fd, SOL_SOCKET, SO_PEEK_OFF, &offset, &size) == 0 && offset >= 0;
}

std::optional<UnreadBytes> peekSocket(int fd, qsizetype limit)
{
    UnreadBytes found;
    for (int look = 0; look < maxAttempts; ++look) {
        const auto before = countUnread(fd);
        auto bytes = before ? peekOnce(fd, bounded(*before, limit)) : std::nullopt;
        const auto after = bytes ? countUnread(fd) : std::nullopt;
        if (!after)
            return {};
        found.payload = std::move(*bytes);
        found.count = std::max(*after, static_cast<quint64>(found.payload.size()));
        if (*before == *after)
            break;
    }
    return found;
}

std::optional<UnreadBytes> peekPipe(int fd, qsizetype limit)
{
    const auto count = countUnread(fd);
    std::array<int, 2> ends{};
    if (!count || ::pipe2(ends.data(), O_CLOEXEC | O_NONBLOCK) != 0)
        return {};
    const UniqueFd reading(ends[0]);
    const UniqueFd writing(ends[1]);
    const int capacity = ::fcntl(fd, F_GETPIPE_SZ);
    // Our pipe may be smaller: then fewer bytes are shown.
    if (capacity > 0)
        (void)::fcntl(writing.get(), F_SETPIPE_SZ, capacity);
    const ssize_t copied = ::tee(fd, writing.get(), static_cast<size_t>(limit), SPLICE_F_NONBLOCK);
    if (copied < 0 && errno != EAGAIN)
        return {};
    auto bytes = readAvailable(reading.get(), qMax<ssize_t>(0, copied));
    if (!bytes)
        return {};
    const auto seen = static_cast<quint64>(bytes->size());
    return UnreadBytes{ std::max(*count, seen), std::move(*bytes) };
}

} // namespace pipeglass::peek
