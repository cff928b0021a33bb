// SPDX-License-Identifier: MIT
#include "programs/programfile.h"

#include "core/path.h"

#include <QList>

#include <cerrno>

#include <sys/stat.h>
#include <unistd.h>

namespace pipeglass::programs {

namespace {

QByteArray searchPath(const std::vector<QByteArray> &environment)
{
    for (const QByteArray &entry : environment) {
        if (entry.startsWith("PATH="))
            return entry.mid(5);
    }
    return "/bin:/usr/bin"; // as glibc
}

/// 0 or errno.
int checkExecutable(const QByteArray &path)
{
    struct stat facts { };
    if (::stat(path.constData(), &facts) != 0)
        return errno;
    return S_ISREG(facts.st_mode) && ::access(path.constData(), X_OK) == 0 ? 0 : EACCES;
}

} // namespace

Result<std::vector<QByteArray>>
programFiles(const QByteArray &word, const std::vector<QByteArray> &environment, const QByteArray &directory)
{
    std::vector<QByteArray> files;
    if (word.contains('/')) {
        files.push_back(word);
    } else if (!word.isEmpty()) {
        for (const QByteArray &one : searchPath(environment).split(':'))
            files.push_back(joinedPath(one.isEmpty() ? QByteArray(".") : one, word));
    }
    int problem = ENOENT;
    for (const QByteArray &file : files) {
        const bool isRelative = !file.startsWith('/') && !directory.isEmpty();
        const int error = checkExecutable(isRelative ? joinedPath(directory, file) : file);
        if (error == 0)
            return files;
        if (error != ENOENT && error != ENOTDIR)
            problem = error;
    }
    return failure(
        Error{ problem == ENOENT ? ErrorCode::ProgramNotFound : ErrorCode::ProgramNotExecutable, problem, word, {} });
}

} // namespace pipeglass::programs
