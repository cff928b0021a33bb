// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

namespace pipeglass::cleaning {

/// A file as a cleaner of temporary directories sees it. A value; every rule is judged on it alone.
struct Candidate {
    QByteArray path; ///< absolute; the directory without links, "." or ".."
    catalog::FileKind kind = catalog::FileKind::Socket;
    FileMode mode;
    uid_t uid = 0;
    /// Nanoseconds since 1970; 0 where the file system does not keep that time.
    qint64 accessed = 0;
    qint64 modified = 0;
    qint64 changed = 0;
    qint64 born = 0;
    /// Those of the path and of the directories above it where a file system is mounted: no cleaner walks across one.
    std::vector<QByteArray> mountPoints;
};

/// Looks at a file without touching any of its times. Fails with NoSuchFile, AccessDenied, or as the system does.
[[nodiscard]] Result<Candidate> examine(const QByteArray &path);

/// An absolute path without empty and "." parts and without a slash at its end.
[[nodiscard]] QByteArray simplified(const QByteArray &path);

} // namespace pipeglass::cleaning
