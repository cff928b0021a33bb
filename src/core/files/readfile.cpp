// SPDX-License-Identifier: MIT
#include "core/files/readfile.h"

#include "core/uniquefd.h"

#include <algorithm>
#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass {

Result<QByteArray> readUpTo(int fd, qsizetype limit, const QByteArray &subject)
{
    constexpr qsizetype step = 64 * 1024;
    QByteArray contents;
    qsizetype size = 0;
    while (size < limit) {
        const qsizetype wanted = std::min(step, limit - size);
        contents.resize(size + wanted);
        const ssize_t got = ::read(fd, contents.data() + size, static_cast<size_t>(wanted));
        if (got < 0 && errno == EINTR)
            continue;
        if (got < 0)
            return failure(systemError(errno, subject));
        if (got == 0)
            break;
        size += got;
    }
    contents.truncate(size);
    return contents;
}

Result<QByteArray> readWhole(int fd, qsizetype limit, const QByteArray &subject)
{
    Result<QByteArray> contents = readUpTo(fd, limit + 1, subject);
    if (contents && contents->size() > limit)
        return failure(ErrorCode::FileTooLarge, subject, QString::number(limit));
    return contents;
}

Result<QByteArray> readFile(const QByteArray &path, qsizetype limit)
{
    const UniqueFd fd(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NOCTTY));
    if (!fd.isValid())
        return failure(systemError(errno, path));
    return readWhole(fd.get(), limit, path);
}

Result<QByteArray> readRegularFile(const QByteArray &path, qsizetype limit)
{
    const UniqueFd fd(::open(path.constData(), O_RDONLY | O_CLOEXEC | O_NONBLOCK | O_NOCTTY));
    struct stat facts = {};
    if (!fd.isValid() || ::fstat(fd.get(), &facts) != 0)
        return failure(systemError(errno, path));
    if (!S_ISREG(facts.st_mode))
        return failure(ErrorCode::InvalidArgument, path);
    return readWhole(fd.get(), limit, path);
}

} // namespace pipeglass
