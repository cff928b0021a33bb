// SPDX-License-Identifier: MIT
#include "access/permissions/accessfacts.h"

#include "access/accesstext.h"
#include "core/clock.h"
#include "core/path.h"
#include "core/system/accounts.h"

#include <QCoreApplication>

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <sys/sysmacros.h>
#include <sys/xattr.h>

namespace pipeglass::access {

namespace {

AccessFacts::Kind kindOf(quint32 mode)
{
    if (S_ISSOCK(mode))
        return AccessFacts::Kind::Socket;
    if (S_ISDIR(mode))
        return AccessFacts::Kind::Directory;
    return S_ISLNK(mode) ? AccessFacts::Kind::Link : AccessFacts::Kind::Other;
}

/// The ACL of an open file: empty if there is none, null if the file system does not support it.
Result<QByteArray> readAcl(int fd, const QByteArray &subject)
{
    // No call takes an O_PATH descriptor, so the path goes through /proc/self/fd.
    const QByteArray path = descriptorPath(fd);
    QByteArray bytes(4096, Qt::Uninitialized);
    while (true) {
        const ssize_t size =
            ::getxattr(path.constData(), "system.posix_acl_access", bytes.data(), static_cast<size_t>(bytes.size()));
        if (size >= 0)
            return bytes.first(size);
        if (errno == EOPNOTSUPP)
            return QByteArray();
        if (errno == ENODATA)
            return QByteArray("");
        if (errno != ERANGE)
            return failure(systemError(errno, subject));
        bytes.resize(bytes.size() * 4);
    }
}

} // namespace

QString permissionWords(const Permissions &permissions)
{
    const QString text = QStringLiteral("%1 %2:%3")
                             .arg(permissions.mode.octal(), userName(permissions.owner), groupName(permissions.group));
    return permissions.acl.isExtended() ? AccessText::tr("%1 with %2").arg(text, permissions.acl.text()) : text;
}

Result<AccessFacts> readFacts(int fd, const QByteArray &subject)
{
    struct statx file { };
    if (::statx(fd, "", AT_EMPTY_PATH, STATX_BASIC_STATS | STATX_BTIME, &file) != 0)
        return failure(systemError(errno, subject));
    AccessFacts facts;
    facts.file.id = { ::makedev(file.stx_dev_major, file.stx_dev_minor), file.stx_ino };
    if ((file.stx_mask & STATX_BTIME) != 0)
        facts.file.birthNanoseconds = file.stx_btime.tv_sec * nanosecondsPerSecond + file.stx_btime.tv_nsec;
    facts.kind = kindOf(file.stx_mode);
    facts.links = file.stx_nlink;
    facts.permissions = { file.stx_uid, file.stx_gid, FileMode(file.stx_mode), Acl::fromMode(FileMode(file.stx_mode)) };
    if (facts.kind == AccessFacts::Kind::Link)
        return facts;
    const Result<QByteArray> bytes = readAcl(fd, subject);
    if (!bytes)
        return failure(bytes.error());
    facts.listsPossible = !bytes->isNull();
    if (!bytes->isEmpty()) {
        const auto acl = Acl::decode(*bytes);
        if (!acl)
            return failure(ErrorCode::System, subject, AccessText::tr("its access control list is invalid"));
        facts.permissions.acl = *acl;
    }
    return facts;
}

} // namespace pipeglass::access
