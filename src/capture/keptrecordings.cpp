// SPDX-License-Identifier: MIT
#include "capture/keptrecordings.h"

#include "capture/ring.h"
#include "core/path.h"

#include <algorithm>
#include <cerrno>
#include <utility>

#include <dirent.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::capture {

namespace {

constexpr QByteArrayView unfinishedSuffix(".part");
constexpr qsizetype timeDigits = 19; ///< nanoseconds since 1970
constexpr qsizetype maxPipeSize = 60; ///< each byte may take three characters

qint64 sizeOfFiles(const std::vector<QByteArray> &paths)
{
    qint64 sum = 0;
    struct stat status { };
    for (const QByteArray &path : paths)
        sum += ::lstat(path.constData(), &status) == 0 ? status.st_size : 0;
    return sum;
}

} // namespace

KeptRecordings::KeptRecordings(QByteArray directory)
    : m_directory(std::move(directory))
{
}

Result<QByteArray> KeptRecordings::newPath(const QByteArray &pipe) const
{
    constexpr mode_t onlyUs = 0700;
    if (!m_directory.startsWith('/'))
        return failure(ErrorCode::InvalidArgument, m_directory);
    for (qsizetype slash = m_directory.indexOf('/', 1); slash > 0; slash = m_directory.indexOf('/', slash + 1))
        ::mkdir(m_directory.first(slash).constData(), onlyUs);
    if (::mkdir(m_directory.constData(), onlyUs) != 0 && errno != EEXIST)
        return failure(creationError(errno, m_directory));
    const QByteArray time = QByteArray::number(now().unixNanoseconds).rightJustified(timeDigits, '0');
    const QByteArray name = leafOf(pipe).toByteArray().left(maxPipeSize).toPercentEncoding();
    return joinedPath(m_directory, time + '-' + name + unfinishedSuffix.toByteArray());
}

QByteArray KeptRecordings::markFinished(const QByteArray &path)
{
    if (!path.endsWith(unfinishedSuffix))
        return path;
    const QByteArray finished = path.chopped(unfinishedSuffix.size());
    return ::rename(path.constData(), finished.constData()) == 0 ? finished : path;
}

std::optional<KeptRecording> KeptRecordings::parse(const QByteArray &path)
{
    KeptRecording one;
    one.path = path;
    QByteArray leaf = leafOf(path).toByteArray();
    one.isUnfinished = leaf.endsWith(unfinishedSuffix);
    if (one.isUnfinished)
        leaf.chop(unfinishedSuffix.size());
    bool isTime = false;
    one.begin.unixNanoseconds = leaf.first(qMin(leaf.size(), timeDigits)).toLongLong(&isTime);
    if (!isTime || leaf.size() <= timeDigits || leaf[timeDigits] != '-')
        return {};
    one.pipe = QByteArray::fromPercentEncoding(leaf.sliced(timeDigits + 1));
    return one;
}

std::vector<KeptRecording> KeptRecordings::list() const
{
    std::vector<KeptRecording> all;
    DIR *open = ::opendir(m_directory.constData());
    if (open == nullptr)
        return all;
    while (const dirent *entry = ::readdir(open)) {
        auto one = parse(joinedPath(m_directory, entry->d_name));
        if (!one)
            continue;
        const std::vector<QByteArray> files = recordingsIn(one->path);
        one->size = sizeOfFiles(files);
        one->isInUse = !files.empty() && isRecordedInto(files.back());
        all.push_back(*std::move(one));
    }
    ::closedir(open);
    std::sort(all.begin(), all.end(), [](const auto &a, const auto &b) { return a.path > b.path; });
    return all;
}

void KeptRecordings::prune(size_t maxCount, qint64 maxBytes) const
{
    size_t count = 0;
    qint64 bytes = 0;
    for (const KeptRecording &one : list()) {
        if (one.isInUse)
            continue;
        ++count;
        bytes += one.size;
        if (count > maxCount || bytes > maxBytes)
            remove(one.path);
    }
}

void KeptRecordings::remove(const QByteArray &path)
{
    for (const QByteArray &file : recordingsIn(path))
        ::unlink(file.constData());
    ::rmdir(path.constData());
}

} // namespace pipeglass::capture
