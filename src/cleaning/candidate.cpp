// SPDX-License-Identifier: MIT
#include "cleaning/candidate.h"

#include "core/path.h"

#include <QList>

#include <cerrno>
#include <cstdlib>
#include <memory>

#include <fcntl.h>
#include <sys/stat.h>

namespace pipeglass::cleaning {

namespace {

qint64 nanoseconds(const statx_timestamp &time)
{
    constexpr qint64 perSecond = 1'000'000'000;
    return time.tv_sec * perSecond + time.tv_nsec;
}

int look(const QByteArray &path, struct statx &facts)
{
    const int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT;
    return ::statx(AT_FDCWD, path.constData(), flags, STATX_BASIC_STATS | STATX_BTIME, &facts) == 0 ? 0 : errno;
}

catalog::FileKind kindOf(unsigned mode)
{
    if (S_ISSOCK(mode))
        return catalog::FileKind::Socket;
    return S_ISFIFO(mode) ? catalog::FileKind::Fifo : catalog::FileKind::Other;
}

/// Resolves links of the directory, not of the last component.
QByteArray realPath(const QByteArray &path)
{
    const std::unique_ptr<char, decltype(&std::free)> real(
        ::realpath(directoryOf(path).constData(), nullptr), &std::free);
    if (!real)
        return {};
    return joinedPath(real.get(), leafOf(path));
}

} // namespace

QByteArray simplified(const QByteArray &path)
{
    QByteArray result;
    for (const QByteArray &part : path.split('/')) {
        if (!part.isEmpty() && part != ".")
            result += '/' + part;
    }
    return result.isEmpty() ? QByteArray("/") : result;
}

Result<Candidate> examine(const QByteArray &path)
{
    Candidate candidate;
    candidate.path = realPath(path);
    struct statx facts { };
    if (candidate.path.isEmpty())
        return failure(systemError(errno, path));
    if (const int error = look(candidate.path, facts); error != 0)
        return failure(systemError(error, path));
    candidate.kind = kindOf(facts.stx_mode);
    candidate.mode = FileMode(facts.stx_mode);
    candidate.uid = facts.stx_uid;
    candidate.accessed = nanoseconds(facts.stx_atime);
    candidate.modified = nanoseconds(facts.stx_mtime);
    candidate.changed = nanoseconds(facts.stx_ctime);
    candidate.born = (facts.stx_mask & STATX_BTIME) != 0 ? nanoseconds(facts.stx_btime) : 0;
    for (QByteArray up = candidate.path; up != "/"; up = directoryOf(up)) {
        struct statx directory { };
        if (look(up, directory) == 0 && (directory.stx_attributes & STATX_ATTR_MOUNT_ROOT) != 0)
            candidate.mountPoints.push_back(up);
    }
    return candidate;
}

} // namespace pipeglass::cleaning
