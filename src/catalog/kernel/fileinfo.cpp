// SPDX-License-Identifier: MIT
#include "catalog/kernel/fileinfo.h"

#include "catalog/kernel/mounttable.h"
#include "core/path.h"

#include <array>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

namespace pipeglass::catalog {

namespace {

QByteArray accessListOf(int directoryFd, const QByteArray &name)
{
    // No call takes a directory descriptor and a name, so the path goes through /proc/self/fd.
    const QByteArray path = directoryFd == AT_FDCWD ? name : descriptorPath(directoryFd) + '/' + name;
    std::array<char, 4096> bytes{};
    const ssize_t size = ::lgetxattr(path.constData(), "system.posix_acl_access", bytes.data(), bytes.size());
    return size > 0 ? QByteArray(bytes.data(), size) : QByteArray();
}

qint64 nanoseconds(const statx_timestamp &time) { return time.tv_sec * 1'000'000'000 + time.tv_nsec; }

} // namespace

FileKind FileInfo::kind() const
{
    if (S_ISSOCK(mode))
        return FileKind::Socket;
    return S_ISFIFO(mode) ? FileKind::Fifo : FileKind::Other;
}

bool FileInfo::isDirectory() const { return S_ISDIR(mode); }

Result<FileInfo> readFileInfo(int directoryFd, const QByteArray &name)
{
    struct statx status { };
    const int flags = AT_SYMLINK_NOFOLLOW | AT_NO_AUTOMOUNT | (name.isEmpty() ? AT_EMPTY_PATH : 0);
    const unsigned wanted = STATX_BASIC_STATS | STATX_BTIME | STATX_MNT_ID;
    if (::statx(directoryFd, name.constData(), flags, wanted, &status) != 0)
        return failure(systemError(errno, name));
    FileInfo info;
    info.file.id = { makedev(status.stx_dev_major, status.stx_dev_minor), status.stx_ino };
    if ((status.stx_mask & STATX_BTIME) != 0)
        info.file.birthNanoseconds = nanoseconds(status.stx_btime);
    if ((status.stx_mask & STATX_MNT_ID) != 0)
        info.mountId = status.stx_mnt_id;
    info.kernelDevice = kernelDevice(status.stx_dev_major, status.stx_dev_minor);
    info.mode = status.stx_mode;
    info.uid = status.stx_uid;
    info.gid = status.stx_gid;
    info.modified = { nanoseconds(status.stx_mtime) };
    info.changed = { nanoseconds(status.stx_ctime) };
    // Without these bits an ACL grants nothing.
    constexpr quint32 groupOrOthersWrite = 022;
    if (info.kind() == FileKind::Socket && (info.mode & groupOrOthersWrite) != 0 && !name.isEmpty())
        info.accessList = accessListOf(directoryFd, name);
    return info;
}

} // namespace pipeglass::catalog
