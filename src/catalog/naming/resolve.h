// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/entries/pipeentry.h"
#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// Whether a symbolic link stands for what it leads to, as it does for connect(2), or for itself.
enum class Links { Follow, Keep };

/// A file found under a name, held by an O_PATH descriptor, so that what is done next is done to it and to nothing that
/// takes its name meanwhile.
struct ResolvedFile {
    UniqueFd fd;
    QByteArray path; ///< for people and messages only; of a link that was followed, where it leads
    QByteArray link; ///< the path of the symbolic link that was followed; empty: none
    FileIdentity file;
    FileKind kind = FileKind::Other;
    uid_t uid = 0;
};

/// Finds what a person named: a .NET pipe name, a full path, a relative path with a slash that exists, a file name from
/// the list, or DEVICE:INODE (decimal); as exact bytes first, then as escaped text (bytetext.h). Names are looked for
/// in $TMPDIR, then in /tmp. The first directory that has a match wins; several in one directory (a pipe "x" and a file
/// "x") are Ambiguous, with the choices in `detail`. Fails with NoSuchPipe, DanglingLink, Ambiguous, InvalidName,
/// PathTooLong, PermissionDenied. A file that is no socket is found all the same; whether that will do is the caller's
/// business.
[[nodiscard]] Result<ResolvedFile> resolve(const QByteArray &name, Links links = Links::Follow);

/// The same; and where none of those has it, in all other directories in which a listener of the name of a .NET pipe
/// was bound (for DEVICE:INODE: of any name), in other mount namespaces too, as far as they may be seen. Costs a scan
/// then. Several of them that have it are Ambiguous. Of one that is nowhere, `detail` holds sentences about names that
/// are meant perhaps (nearnames.h).
[[nodiscard]] Result<ResolvedFile> resolveAnywhere(const QByteArray &name, Links links = Links::Follow);

/// The file of a row, if it is still that one; else fails with Replaced or NoSuchPipe.
[[nodiscard]] Result<ResolvedFile> openEntry(const PipeEntry &entry);

} // namespace pipeglass::catalog
