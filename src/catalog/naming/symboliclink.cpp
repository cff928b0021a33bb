// SPDX-License-Identifier: MIT
#include "catalog/naming/symboliclink.h"

#include "catalog/kernel/fileinfo.h"
#include "catalog/naming/catalogtext.h"
#include "core/bytetext.h"
#include "core/path.h"

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <linux/openat2.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

namespace pipeglass::catalog {

namespace {

/// The text of a link; with an empty name, of the link behind the descriptor. Empty if it cannot be read.
QByteArray linkText(int fd, const char *name)
{
    std::array<char, PATH_MAX> text{};
    const ssize_t length = ::readlinkat(fd, name, text.data(), text.size());
    return length < 0 ? QByteArray() : QByteArray(text.data(), length);
}

UniqueFd openFollowing(const QByteArray &path)
{
    const QByteArray prefix = rootPrefix(path);
    if (prefix.isEmpty())
        return UniqueFd(::open(path.constData(), O_PATH | O_CLOEXEC));
    const UniqueFd root(::open(prefix.constData(), O_PATH | O_DIRECTORY | O_CLOEXEC));
    open_how how{};
    how.flags = O_PATH | O_CLOEXEC;
    how.resolve = RESOLVE_IN_ROOT;
    const QByteArray inside = path.sliced(prefix.size());
    return UniqueFd(static_cast<int>(::syscall(SYS_openat2, root.get(), inside.constData(), &how, sizeof how)));
}

/// Whether fs.protected_symlinks may prevent following: another user's link in a sticky directory.
bool isProtected(int link, const QByteArray &path)
{
    struct stat file { };
    struct stat directory { };
    return ::fstat(link, &file) == 0 && ::stat(directoryOf(path).constData(), &directory) == 0
        && (directory.st_mode & (S_ISVTX | S_IWOTH)) == (S_ISVTX | S_IWOTH) && file.st_uid != ::geteuid()
        && file.st_uid != directory.st_uid;
}

Error followError(int number, int link, const QByteArray &path)
{
    const QString target = escapedText(linkText(link, ""));
    if (number == ENOENT || number == ENOTDIR)
        return { ErrorCode::DanglingLink, number, path, target };
    if (number == ELOOP)
        return { ErrorCode::NoSuchPipe, number, path, CatalogText::tr("Its symbolic links form a loop.") };
    const QString why = number == EACCES && isProtected(link, path)
        ? CatalogText::tr("it is a link to %1 by another user in a sticky directory, which the kernel does not "
                          "follow: fs.protected_symlinks")
        : CatalogText::tr("it is a link to %1");
    return pipeError(number, path, why.arg(target));
}

} // namespace

QByteArray rootPrefix(const QByteArray &path)
{
    constexpr QByteArrayView proc("/proc/");
    constexpr QByteArrayView root("/root/");
    if (!path.startsWith(proc))
        return {};
    const qsizetype end = path.indexOf('/', proc.size());
    if (end < 0 || !QByteArrayView(path).sliced(end).startsWith(root))
        return {};
    const QByteArrayView pid = QByteArrayView(path).sliced(proc.size(), end - proc.size());
    const bool isNumber =
        !pid.isEmpty() && std::all_of(pid.begin(), pid.end(), [](char c) { return c >= '0' && c <= '9'; });
    return isNumber ? path.first(end + root.size() - 1) : QByteArray();
}

Result<LinkTarget> followLink(int link, const QByteArray &path)
{
    LinkTarget target{ openFollowing(path), path };
    if (!target.fd.isValid())
        return failure(followError(errno, link, path));
    const QByteArray shown = rootPrefix(path) + linkText(AT_FDCWD, descriptorPath(target.fd.get()).constData());
    const auto held = readFileInfo(target.fd.get(), {});
    const auto there = readFileInfo(AT_FDCWD, shown);
    if (held && there && held->file == there->file)
        target.path = shown;
    return target;
}

} // namespace pipeglass::catalog
