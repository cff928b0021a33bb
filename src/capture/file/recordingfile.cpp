// SPDX-License-Identifier: MIT
#include "capture/file/recordingfile.h"

#include "capture/file/privatefile.h"
#include "core/path.h"

#include <QCoreApplication>

#include <algorithm>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/resource.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::capture {

namespace {

/// Space reserved for Space::Kept.
constexpr qint64 keptSpace = 4096;

/// How much more than needed is allocated at once: an eighth of the file, between these limits.
qint64 allocationStep(qint64 size) { return std::clamp(size / 8, qint64{ 256 } << 10U, qint64{ 8 } << 20U); }

/// DiskFull also for quotas and size limits.
Error writeError(Error error)
{
    if (error.systemError == EDQUOT || error.systemError == EFBIG)
        error.code = ErrorCode::DiskFull;
    return error;
}

tl::unexpected<Error> notARecording(const QByteArray &path, const QString &why)
{
    return failure(ErrorCode::NotARecording, path, why);
}

/// Drops the first `size` bytes described by `pieces`.
void advance(std::vector<iovec> &pieces, size_t &first, size_t size)
{
    while (first < pieces.size() && size >= pieces[first].iov_len) {
        size -= pieces[first].iov_len;
        ++first;
    }
    if (size > 0) {
        pieces[first].iov_base = static_cast<char *>(pieces[first].iov_base) + size;
        pieces[first].iov_len -= size;
    }
}

} // namespace

RecordingFile::RecordingFile(UniqueFd fd, QByteArray path, bool writable)
    : m_fd(std::move(fd))
    , m_path(std::move(path))
    , m_writable(writable)
{
    if (m_writable)
        (void)::flock(m_fd.get(), LOCK_EX | LOCK_NB);
}

void RecordingFile::releaseLock()
{
    if (m_allocated > m_size) {
        (void)!::ftruncate(m_fd.get(), m_size); // frees preallocated space
        m_allocated = m_size;
    }
    (void)::flock(m_fd.get(), LOCK_UN);
}

bool RecordingFile::hasWriter() const
{
    if (m_writable)
        return true;
    if (::flock(m_fd.get(), LOCK_SH | LOCK_NB) != 0)
        return errno == EWOULDBLOCK;
    (void)::flock(m_fd.get(), LOCK_UN);
    return false;
}

RecordingFile::~RecordingFile()
{
    if (m_writable && m_allocated > m_size && !m_path.isEmpty())
        (void)!::ftruncate(m_fd.get(), m_size); // frees preallocated space
}

Result<std::unique_ptr<RecordingFile>> RecordingFile::createPrivate()
{
    return openPrivateFile().map(
        [](UniqueFd &&fd) { return std::unique_ptr<RecordingFile>(new RecordingFile(std::move(fd), {}, true)); });
}

Result<std::unique_ptr<RecordingFile>> RecordingFile::createNamed(const QByteArray &path)
{
    if (path.isEmpty() || path.contains('\0'))
        return failure(ErrorCode::InvalidArgument, path);
    UniqueFd fd(::open(path.constData(), O_RDWR | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC, 0600));
    if (!fd.isValid())
        return failure(writeError(creationError(errno, path)));
    (void)::flock(fd.get(), LOCK_EX | LOCK_NB); // tells others that it grows; some file systems have no locks
    return std::unique_ptr<RecordingFile>(new RecordingFile(std::move(fd), path, true));
}

Result<std::unique_ptr<RecordingFile>> RecordingFile::openForReading(const QByteArray &path)
{
    if (path.isEmpty() || path.contains('\0'))
        return failure(ErrorCode::InvalidArgument, path);
    // Opening a FIFO or a device can have side effects, so check the type first.
    const UniqueFd place(::open(path.constData(), O_PATH | O_CLOEXEC));
    struct stat status { };
    if (!place.isValid() || ::fstat(place.get(), &status) != 0)
        return failure(systemError(errno, path));
    if (!S_ISREG(status.st_mode))
        return notARecording(path, QCoreApplication::translate("Recording", "it is not a regular file"));
    const QByteArray door = descriptorPath(place.get());
    UniqueFd fd(::open(door.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!fd.isValid())
        return failure(systemError(errno, path));
    auto file = std::unique_ptr<RecordingFile>(new RecordingFile(std::move(fd), path, false));
    file->m_size = status.st_size;
    return file;
}

Result<std::unique_ptr<RecordingFile>> RecordingFile::openForAppending(const RecordingFile &file)
{
    UniqueFd fd(::open(descriptorPath(file.m_fd.get()).constData(), O_RDWR | O_CLOEXEC | O_NOCTTY));
    if (!fd.isValid())
        return failure(systemError(errno, file.m_path));
    if (::flock(fd.get(), LOCK_EX | LOCK_NB) != 0)
        return failure(errno == EWOULDBLOCK ? ErrorCode::RecordingInUse : ErrorCode::System, file.m_path);
    auto appending = std::unique_ptr<RecordingFile>(new RecordingFile(std::move(fd), file.m_path, true));
    appending->refreshSize();
    return appending;
}

int RecordingFile::allocate(qint64 up)
{
    int number = 0;
    do {
        number = ::fallocate(m_fd.get(), FALLOC_FL_KEEP_SIZE, m_allocated, up - m_allocated) == 0 ? 0 : errno;
    } while (number == EINTR);
    if (number == 0)
        m_allocated = up;
    return number;
}

Status RecordingFile::allocateAhead(qint64 end)
{
    if (m_allocated < 0 || end <= m_allocated)
        return {};
    const int number = allocate(end + allocationStep(m_size)) == 0 ? 0 : allocate(end);
    if (number == ENOSPC || number == EDQUOT || number == EFBIG) {
        // Free what was allocated before the failure, except the reserved space.
        (void)!::ftruncate(m_fd.get(), m_size);
        m_allocated = m_size;
        (void)allocate(m_size + keptSpace);
        return failure(writeError(systemError(number, m_path)));
    }
    if (number != 0)
        m_allocated = -1;
    return {};
}

bool RecordingFile::canGrow()
{
    rlimit limit{};
    const bool isLimited = ::getrlimit(RLIMIT_FSIZE, &limit) == 0 && limit.rlim_cur != RLIM_INFINITY;
    const qint64 end = m_size + 2 * keptSpace;
    return !(isLimited && static_cast<rlim_t>(end) > limit.rlim_cur) && allocateAhead(end).has_value();
}

Status RecordingFile::append(std::vector<iovec> pieces, Space space)
{
    if (!m_writable)
        return failure(ErrorCode::Unsupported, m_path);
    const qint64 start = m_size.load(std::memory_order_relaxed);
    qint64 end = start;
    if (space == Space::Free) {
        qint64 size = 0;
        for (const iovec &one : pieces)
            size += static_cast<qint64>(one.iov_len);
        if (const Status allocated = allocateAhead(start + size + keptSpace); !allocated)
            return allocated;
    }
    size_t first = 0;
    advance(pieces, first, 0);
    while (first < pieces.size()) {
        const int count = static_cast<int>(std::min<size_t>(pieces.size() - first, IOV_MAX));
        const ssize_t written = ::pwritev(m_fd.get(), pieces.data() + first, count, end);
        if (written < 0 && errno == EINTR)
            continue;
        if (written <= 0) {
            const int number = written == 0 ? ENOSPC : errno;
            // If this fails too, the next append overwrites the rest.
            (void)!::ftruncate(m_fd.get(), start);
            m_allocated = qMin(m_allocated, start);
            return failure(writeError(systemError(number, m_path)));
        }
        end += written;
        advance(pieces, first, static_cast<size_t>(written));
    }
    m_size.store(end, std::memory_order_release);
    return {};
}

Status RecordingFile::readAt(qint64 offset, char *to, qsizetype size) const
{
    while (size > 0) {
        const ssize_t got = ::pread(m_fd.get(), to, static_cast<size_t>(size), offset);
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(systemError(errno, m_path));
        if (got == 0)
            return notARecording(m_path, QCoreApplication::translate("Recording", "it has become shorter"));
        to += got;
        offset += got;
        size -= got;
    }
    return {};
}

void RecordingFile::refreshSize()
{
    struct stat status { };
    if (::fstat(m_fd.get(), &status) == 0 && status.st_size > m_size)
        m_size.store(status.st_size, std::memory_order_release);
}

void RecordingFile::discard()
{
    struct stat ours { };
    struct stat there { };
    if (m_path.isEmpty() || !m_writable || ::fstat(m_fd.get(), &ours) != 0)
        return;
    if (::lstat(m_path.constData(), &there) == 0 && there.st_dev == ours.st_dev && there.st_ino == ours.st_ino)
        ::unlink(m_path.constData());
}

} // namespace pipeglass::capture
