// SPDX-License-Identifier: MIT
#include "catalog/entries/pipename.h"

#include "core/files/localaddress.h"
#include "core/path.h"

#include <QDir>
#include <QFile>

#include <sys/stat.h>

namespace pipeglass::catalog {

namespace {

bool isSameDirectory(const QByteArray &a, const QByteArray &b)
{
    if (a == b)
        return true;
    struct stat first { };
    struct stat second { };
    return ::stat(a.constData(), &first) == 0 && ::stat(b.constData(), &second) == 0 && first.st_dev == second.st_dev
        && first.st_ino == second.st_ino;
}

QByteArray temporaryDirectory()
{
    const QByteArray fromEnvironment = qgetenv("TMPDIR");
    return fromEnvironment.isEmpty() ? QByteArray("/tmp") : withoutTrailingSlashes(fromEnvironment);
}

Result<QByteArray> fitting(QByteArray path)
{
    if (path.size() > maxSocketPath)
        return failure(ErrorCode::PathTooLong, std::move(path));
    return path;
}

} // namespace

QByteArray withoutTrailingSlashes(QByteArray path)
{
    while (path.size() > 1 && path.endsWith('/'))
        path.chop(1);
    return path;
}

std::vector<QByteArray> defaultDirectories()
{
    std::vector<QByteArray> directories;
    QByteArray temporary = temporaryDirectory();
    // .NET uses a relative TMPDIR relative to its working directory. Paths are shown absolute.
    if (!temporary.startsWith('/'))
        temporary = withoutTrailingSlashes(QFile::encodeName(QDir::currentPath()) + '/' + temporary);
    directories.push_back(temporary);
    if (!isSameDirectory(temporary, "/tmp"))
        directories.emplace_back("/tmp");
    return directories;
}

Result<QByteArray> pathForName(const QByteArray &name)
{
    if (name.isEmpty() || name.contains('\0') || name.compare("anonymous", Qt::CaseInsensitive) == 0)
        return failure(ErrorCode::InvalidName, name);
    if (name.startsWith('/')) {
        if (name.endsWith('/'))
            return failure(ErrorCode::InvalidName, name);
        return fitting(name);
    }
    if (name.contains('/'))
        return failure(ErrorCode::InvalidName, name);
    return fitting(joinedPath(temporaryDirectory(), filePrefix.toByteArray() + name));
}

} // namespace pipeglass::catalog
