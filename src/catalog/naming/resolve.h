// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// Whether a symbolic link is followed, as by connect(2).
enum class Links { Follow, Keep };

/// A file found by name, held by an O_PATH descriptor: later actions apply to it even if the name moves.
struct ResolvedFile {
    UniqueFd fd;
    QByteArray path; ///< for messages only; for a followed link its target
    QByteArray link; ///< the symbolic link that was followed; empty: none
    FileIdentity file;
    FileKind kind = FileKind::Other;
    uid_t uid = 0;
};

/// Finds a file by a .NET pipe name, an absolute path, an existing relative path with a slash, a file name from the
/// list, or DEVICE:INODE (decimal); as exact bytes first, then as escaped text (bytetext.h). Names are searched in
/// $TMPDIR, then in /tmp; the first directory with a match wins. Several matches in one directory (a pipe "x" and a
/// file "x") are Ambiguous, with the choices in `detail`. Also fails with NoSuchPipe, DanglingLink, InvalidName,
/// PathTooLong, PermissionDenied. Does not check that the file is a socket.
[[nodiscard]] Result<ResolvedFile> resolve(const QByteArray &name, Links links = Links::Follow);

/// As resolve(), then searches all other directories in which a listener with a .NET pipe name was bound (for
/// DEVICE:INODE any listener), also in other visible mount namespaces; this needs a scan. Several matches are
/// Ambiguous. If nothing is found, `detail` holds suggestions (similarnames.h).
[[nodiscard]] Result<ResolvedFile> resolveAnywhere(const QByteArray &name, Links links = Links::Follow);

/// Opens the file of a row; fails with Replaced or NoSuchPipe if it is no longer that file.
[[nodiscard]] Result<ResolvedFile> openEntry(const PipeEntry &entry);

} // namespace pipeglass::catalog
