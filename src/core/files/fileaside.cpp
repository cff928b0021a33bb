// SPDX-License-Identifier: MIT
#include "core/files/fileaside.h"

#include "core/clock.h"

#include <QRandomGenerator>

#include <cerrno>
#include <cstdio>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <unistd.h>

namespace pipeglass {

namespace {

constexpr qsizetype asideBytes = 16;

/// Renames within a directory without overwriting. Falls back to link() and unlink() where the file system has no
/// RENAME_NOREPLACE.
int moveWithoutReplacing(int directory, const QByteArray &from, const QByteArray &to)
{
    if (::renameat2(directory, from.constData(), directory, to.constData(), RENAME_NOREPLACE) == 0)
        return 0;
    if (errno != EINVAL && errno != ENOSYS)
        return errno;
    if (::linkat(directory, from.constData(), directory, to.constData(), 0) != 0)
        return errno;
    return ::unlinkat(directory, from.constData(), 0) == 0 ? 0 : errno;
}

} // namespace

Result<FileFacts> factsOf(int descriptor)
{
    struct statx facts { };
    if (::statx(descriptor, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &facts) != 0)
        return failure(systemError(errno, {}));
    FileFacts result;
    result.file.id = { makedev(facts.stx_dev_major, facts.stx_dev_minor), facts.stx_ino };
    if ((facts.stx_mask & STATX_BTIME) != 0)
        result.file.birthNanoseconds = facts.stx_btime.tv_sec * nanosecondsPerSecond + facts.stx_btime.tv_nsec;
    result.mode = facts.stx_mode;
    result.uid = facts.stx_uid;
    result.gid = facts.stx_gid;
    result.links = facts.stx_nlink;
    return result;
}

Result<UniqueFd> openLeaf(int directory, const QByteArray &leaf)
{
    UniqueFd file(::openat(directory, leaf.constData(), O_PATH | O_NOFOLLOW | O_CLOEXEC));
    if (!file.isValid())
        return failure(systemError(errno, leaf));
    return file;
}

QByteArray unguessableLeaf(qsizetype randomBytes)
{
    QByteArray random(randomBytes, Qt::Uninitialized);
    QRandomGenerator::system()->generate(random.begin(), random.end());
    return ".pipeglass-" + random.toHex();
}

bool mayTakeLeaf(int directory, const QByteArray &leaf)
{
    struct stat there { };
    struct stat file { };
    if (::faccessat(directory, ".", W_OK | X_OK, AT_EACCESS) != 0 || ::fstat(directory, &there) != 0
        || ::fstatat(directory, leaf.constData(), &file, AT_SYMLINK_NOFOLLOW) != 0)
        return false;
    const uid_t self = ::geteuid();
    return (there.st_mode & S_ISVTX) == 0 || self == 0 || self == there.st_uid || self == file.st_uid;
}

FileAside::FileAside(int directory, QByteArray leaf, QByteArray aside)
    : m_directory(directory)
    , m_leaf(std::move(leaf))
    , m_aside(std::move(aside))
{
}

Result<FileAside> FileAside::take(int directory, const QByteArray &leaf)
{
    FileAside moved(directory, leaf, unguessableLeaf(asideBytes));
    if (const int error = moveWithoutReplacing(directory, leaf, moved.m_aside); error != 0)
        return failure(systemError(error, leaf));
    Result<UniqueFd> file = openLeaf(directory, moved.m_aside);
    const Result<FileFacts> facts = file ? factsOf(file->get()) : failure(file.error());
    if (!facts) {
        const Status ignored = moved.putBack(); // a file that cannot be examined must not be deleted
        Q_UNUSED(ignored)
        return failure(facts.error());
    }
    moved.m_file = *std::move(file);
    moved.m_facts = *facts;
    return moved;
}

Status FileAside::putBack()
{
    const int error = moveWithoutReplacing(m_directory, m_aside, m_leaf);
    return error == 0 ? Status() : failure(systemError(error, m_leaf));
}

Status FileAside::remove()
{
    if (::unlinkat(m_directory, m_aside.constData(), 0) != 0)
        return failure(systemError(errno, m_aside));
    return {};
}

} // namespace pipeglass
