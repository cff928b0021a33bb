// SPDX-License-Identifier: MIT
#include "capture/ring.h"

#include "core/clock.h"
#include "core/path.h"

#include <QDateTime>
#include <QRandomGenerator>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <dirent.h>
#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::capture {

namespace {

constexpr QByteArrayView ringPrefix("recording-");
constexpr QByteArrayView ringSuffix(".pcapng");
constexpr qint64 nanosecondsPerMs = 1'000'000;

/// "20261129T072112.345678901Z"
QByteArray timeName(qint64 nanoseconds)
{
    const QDateTime time = QDateTime::fromMSecsSinceEpoch(nanoseconds / nanosecondsPerMs, Qt::UTC);
    const QString text = time.toString(QStringLiteral("yyyyMMdd'T'HHmmss"));
    return text.toLatin1() + '.' + QByteArray::number(nanoseconds % nanosecondsPerSecond).rightJustified(9, '0') + 'Z';
}

bool isRingName(QByteArrayView leaf)
{
    return leaf.size() == ringPrefix.size() + timeName(0).size() + ringSuffix.size() && leaf.startsWith(ringPrefix)
        && leaf.endsWith(ringSuffix);
}

qint64 sizeOf(const QByteArray &path)
{
    struct stat status { };
    return ::lstat(path.constData(), &status) == 0 ? status.st_size : 0;
}

} // namespace

bool isRecordedInto(const QByteArray &path)
{
    const UniqueFd fd(::open(path.constData(), O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC));
    return fd.isValid() && ::flock(fd.get(), LOCK_SH | LOCK_NB) != 0 && errno == EWOULDBLOCK;
}

std::vector<QByteArray> recordingsIn(const QByteArray &directory)
{
    std::vector<QByteArray> paths;
    DIR *open = ::opendir(directory.constData());
    if (open == nullptr)
        return paths;
    while (const dirent *entry = ::readdir(open)) {
        const QByteArrayView leaf(entry->d_name);
        if (leaf.endsWith(ringSuffix) && !leaf.startsWith('.'))
            paths.push_back(joinedPath(directory, leaf));
    }
    ::closedir(open);
    std::sort(paths.begin(), paths.end());
    return paths;
}

Ring::Ring(QByteArray directory, RingLimits limits)
    : m_directory(std::move(directory))
    , m_limits(limits)
    , m_id(QByteArray::number(QRandomGenerator::system()->generate64(), 16))
{
}

Result<Ring> Ring::open(const QByteArray &directory, RingLimits limits)
{
    constexpr mode_t onlyUs = 0700;
    if (::mkdir(directory.constData(), onlyUs) != 0 && errno != EEXIST)
        return failure(creationError(errno, directory));
    struct stat status { };
    if (::stat(directory.constData(), &status) != 0)
        return failure(systemError(errno, directory));
    if (!S_ISDIR(status.st_mode))
        return failure(creationError(EEXIST, directory));
    Ring ring(directory, limits);
    for (const QByteArray &path : recordingsIn(directory)) {
        if (isRingName(leafOf(path)) && !isRecordedInto(path))
            ring.m_files.push_back({ path, sizeOf(path), false });
    }
    return ring;
}

bool Ring::isFull() const
{
    if (m_files.size() >= static_cast<size_t>(m_limits.files))
        return true;
    // Files of earlier recordings may be larger.
    qint64 sum = 0;
    for (const File &one : m_files)
        sum += one.isOwn ? qMax(m_limits.fileSize, sizeOf(one.path)) : one.size;
    return !m_files.empty() && sum + m_limits.fileSize > m_limits.files * m_limits.fileSize;
}

void Ring::deleteOldest()
{
    const File oldest = std::move(m_files.front());
    m_files.pop_front();
    ::unlink(oldest.path.constData());
    m_deletedOwn += oldest.isOwn ? 1 : 0;
}

Result<std::unique_ptr<RecordingFile>> Ring::createFile()
{
    while (isFull())
        deleteOldest();
    m_lastTime = qMax(now().unixNanoseconds, m_lastTime + 1); // the clock may be set back
    const qint64 time = m_lastTime;
    const QByteArray path =
        joinedPath(m_directory, ringPrefix.toByteArray() + timeName(time) + ringSuffix.toByteArray());
    auto file = RecordingFile::createNamed(path);
    if (file)
        m_files.push_back({ path, 0, true });
    return file;
}

void Ring::discard()
{
    for (const File &one : std::exchange(m_files, {})) {
        if (one.isOwn)
            ::unlink(one.path.constData());
    }
    ::rmdir(m_directory.constData());
}

} // namespace pipeglass::capture
