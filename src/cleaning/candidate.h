// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"

namespace pipeglass::cleaning {

/// A file as seen by a cleaner of temporary directories. Every rule is evaluated on this value alone.
struct Candidate {
    QByteArray path; ///< absolute; directory without links, "." or ".."
    catalog::FileKind kind = catalog::FileKind::Socket;
    FileMode mode;
    uid_t uid = 0;
    /// Nanoseconds since 1970; 0 if the file system does not record that time.
    qint64 accessed = 0;
    qint64 modified = 0;
    qint64 changed = 0;
    qint64 born = 0;
    /// Mount points among the path and the directories above it: no cleaner crosses one.
    std::vector<QByteArray> mountPoints;
};

/// Reads a file's data without changing its times. Fails with NoSuchFile, AccessDenied, or a system error.
[[nodiscard]] Result<Candidate> examine(const QByteArray &path);

/// Removes empty and "." components and a trailing slash from an absolute path.
[[nodiscard]] QByteArray simplified(const QByteArray &path);

} // namespace pipeglass::cleaning
