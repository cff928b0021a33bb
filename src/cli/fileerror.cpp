// SPDX-License-Identifier: MIT
#include "cli/fileerror.h"

#include <cerrno>

namespace pipeglass::cli {

Error fileError(int systemErrorNumber, const QByteArray &path)
{
    return { ErrorCode::System, systemErrorNumber, path, {} };
}

Error asFileError(const Error &error)
{
    if (error.code == ErrorCode::NoSuchPipe)
        return fileError(ENOENT, error.subject);
    if (error.code == ErrorCode::PermissionDenied)
        return fileError(EACCES, error.subject);
    if (error.code == ErrorCode::InUse)
        return fileError(EEXIST, error.subject);
    return error;
}

ExitCode fileExitCode(const Error &error)
{
    const bool denied = error.code == ErrorCode::System && (error.systemError == EACCES || error.systemError == EPERM);
    return denied ? ExitCode::PermissionDenied : exitCode(error.code);
}

} // namespace pipeglass::cli
