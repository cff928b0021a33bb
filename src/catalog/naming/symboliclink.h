// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// The target of a symbolic link, held by an O_PATH descriptor.
struct LinkTarget {
    UniqueFd fd;
    QByteArray path; ///< without links; the link's own path if the target has no path here
};

/// Follows a link as connect(2) does, with the kernel's limit on the number of links. Below /proc/PID/root it is
/// followed in that process's view, so an absolute target does not lead into ours. `link`: O_PATH|O_NOFOLLOW
/// descriptor; `path`: its absolute path. Fails with DanglingLink (`detail` is the escaped text of the link),
/// NoSuchPipe (a loop) or PermissionDenied (`detail` mentions fs.protected_symlinks if that is the reason).
[[nodiscard]] Result<LinkTarget> followLink(int link, const QByteArray &path);

/// The "/proc/PID/root" at the start of a path; empty if it has none.
[[nodiscard]] QByteArray rootPrefix(const QByteArray &path);

} // namespace pipeglass::catalog
