// SPDX-License-Identifier: MIT
#include "peek/descriptorcopy.h"

#include "core/system/processdescriptor.h"

#include <cerrno>

#include <sys/socket.h>
#include <sys/stat.h>

namespace pipeglass::peek {

namespace {

bool isExpected(int fd, const ExpectedFile &expected)
{
    struct stat status { };
    if (::fstat(fd, &status) != 0 || (status.st_mode & S_IFMT) != expected.type
        || static_cast<quint32>(status.st_ino) != expected.inode)
        return false;
    if (expected.cookie == 0)
        return true;
    quint64 cookie = 0;
    socklen_t size = sizeof cookie;
    return ::getsockopt(fd, SOL_SOCKET, SO_COOKIE, &cookie, &size) == 0 && cookie == expected.cookie;
}

Error copyError(int number)
{
    switch (number) {
    case EPERM:
    case EACCES:
        return { ErrorCode::TraceDenied, number, {}, {} };
    case ESRCH:
    case EBADF:
    case EINVAL: // not the first thread of a process: the pid was reused
        return { ErrorCode::SocketGone, number, {}, {} };
    case ENOSYS:
        return { ErrorCode::Unsupported, number, {}, {} };
    default:
        return systemError(number, {});
    }
}

} // namespace

Result<UniqueFd> copyDescriptor(pid_t process, int number, const ExpectedFile &expected)
{
    const UniqueFd handle = openProcess(process);
    if (!handle.isValid())
        return failure(copyError(errno));
    UniqueFd copy = copyOfDescriptor(handle, number);
    if (!copy.isValid())
        return failure(copyError(errno));
    if (!isExpected(copy.get(), expected))
        return failure(ErrorCode::SocketGone);
    return copy;
}

} // namespace pipeglass::peek
