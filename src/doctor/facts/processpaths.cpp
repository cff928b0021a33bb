// SPDX-License-Identifier: MIT
#include "doctor/facts/processpaths.h"

#include "catalog/entries/pipename.h"
#include "catalog/processes/dotnetprocesses.h"
#include "core/path.h"
#include "core/system/procfile.h"

#include <sys/stat.h>

namespace pipeglass::doctor {

QByteArray seenBy(pid_t pid, const QByteArray &path)
{
    return path.startsWith('/') ? procPath(pid, "root") + path : procPath(pid, "cwd") + '/' + path;
}

QByteArray shortestFor(pid_t pid, const QByteArray &path)
{
    const QByteArray seen = seenBy(pid, path);
    const bool isSame = path.startsWith('/') && directoryId(directoryOf(path)) == directoryId(directoryOf(seen));
    return isSame ? path : seen;
}

FileId directoryId(const QByteArray &path)
{
    struct stat status { };
    return ::stat(path.constData(), &status) == 0 ? FileId{ status.st_dev, status.st_ino } : FileId();
}

std::optional<QByteArray> pipeDirectory(pid_t pid)
{
    const auto environment = readProc(pid, "environ");
    if (!environment)
        return {};
    const QByteArray directory = catalog::withoutTrailingSlashes(catalog::temporaryDirectoryFrom(*environment));
    return directory.isEmpty() ? QByteArray("/tmp") : directory;
}

} // namespace pipeglass::doctor
