// SPDX-License-Identifier: MIT
#include "cli/arguments/directories.h"

#include "cli/commandtext.h"
#include "core/uniquefd.h"

#include <QList>

#include <algorithm>
#include <array>
#include <cerrno>
#include <climits>

#include <fcntl.h>
#include <unistd.h>

namespace pipeglass::cli {

namespace {

QByteArray currentDirectory()
{
    std::array<char, PATH_MAX> buffer{};
    const char *path = ::getcwd(buffer.data(), buffer.size());
    return path == nullptr ? QByteArray("/") : QByteArray(path);
}

/// Absolute, without "." and empty components. ".." is kept: after a link its meaning differs.
QByteArray fullPath(const QByteArray &path)
{
    const QByteArray whole = path.startsWith('/') ? path : currentDirectory() + '/' + path;
    QByteArray full;
    for (const QByteArray &step : whole.split('/')) {
        if (!step.isEmpty() && step != ".")
            full += '/' + step;
    }
    return full.isEmpty() ? QByteArray("/") : full;
}

} // namespace

Result<std::vector<QByteArray>> givenDirectories(const std::vector<QByteArray> &given)
{
    std::vector<QByteArray> directories;
    for (const QByteArray &path : given) {
        if (path.isEmpty())
            return failure(ErrorCode::InvalidArgument, path, CommandText::tr("the name of a directory is required"));
        QByteArray full = fullPath(path);
        const UniqueFd fd(::open(full.constData(), O_RDONLY | O_DIRECTORY | O_CLOEXEC | O_NONBLOCK));
        if (!fd.isValid())
            return failure(systemError(errno, full));
        if (std::find(directories.begin(), directories.end(), full) == directories.end())
            directories.push_back(std::move(full));
    }
    return directories;
}

} // namespace pipeglass::cli
