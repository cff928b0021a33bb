// SPDX-License-Identifier: MIT
#include "capture/file/privatefile.h"

#include "core/system/statedirectory.h"

#include <cerrno>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::capture {

namespace {

constexpr mode_t ownerOnly = 0600;
constexpr mode_t ownerOnlyDirectory = 0700;

/// Creates the directory and its parents; returns 0 or an errno.
int makePath(const QByteArray &path)
{
    if (::mkdir(path.constData(), ownerOnlyDirectory) == 0 || errno == EEXIST)
        return 0;
    if (errno != ENOENT)
        return errno;
    const qsizetype slash = path.lastIndexOf('/');
    if (slash <= 0)
        return ENOENT;
    if (const int number = makePath(path.first(slash)); number != 0)
        return number;
    return ::mkdir(path.constData(), ownerOnlyDirectory) == 0 || errno == EEXIST ? 0 : errno;
}

Result<UniqueFd> openNameless(const QByteArray &directory)
{
    UniqueFd fd(::open(directory.constData(), O_TMPFILE | O_RDWR | O_CLOEXEC | O_EXCL, ownerOnly));
    if (fd.isValid())
        return fd;
    // Not every file system supports O_TMPFILE; then the file has a name for a moment.
    if (errno != EOPNOTSUPP && errno != EISDIR && errno != EINVAL)
        return failure(systemError(errno, directory));
    QByteArray path = directory + "/recording-XXXXXX";
    fd = UniqueFd(::mkostemp(path.data(), O_CLOEXEC));
    if (!fd.isValid() || ::unlink(path.constData()) != 0)
        return failure(systemError(errno, directory));
    return fd;
}

} // namespace

Result<UniqueFd> openPrivateFile()
{
    const QByteArray directory = stateDirectory();
    Result<UniqueFd> file = failure(systemError(ENOENT, directory));
    if (!directory.isEmpty()) {
        const int number = makePath(directory);
        file = number == 0 ? openNameless(directory) : failure(systemError(number, directory));
        if (file || file.error().code == ErrorCode::DiskFull || file.error().code == ErrorCode::OutOfDescriptors)
            return file;
    }
    for (const QByteArray &fallback : { qgetenv("TMPDIR"), QByteArray("/tmp") }) {
        if (!fallback.startsWith('/'))
            continue;
        if (auto other = openNameless(fallback))
            return other;
    }
    return file;
}

} // namespace pipeglass::capture
