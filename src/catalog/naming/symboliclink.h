// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

namespace pipeglass::catalog {

/// What a symbolic link leads to, held by an O_PATH descriptor.
struct LinkTarget {
    UniqueFd fd;
    QByteArray path; ///< without links; the link's own path where the kernel's text does not lead to the file
};

/// Follows a link as connect(2) does; the kernel bounds the number of links. Below /proc/PID/root it is followed as
/// that process's own view has it, so an absolute target does not lead into ours. `link` is an O_PATH|O_NOFOLLOW
/// descriptor of it, `path` its full path. Fails with DanglingLink (`detail` is the link's text, escaped), NoSuchPipe
/// (a circle of links) or PermissionDenied (`detail` says where fs.protected_symlinks is the reason).
[[nodiscard]] Result<LinkTarget> followLink(int link, const QByteArray &path);

/// "/proc/PID/root" of a path that begins with it; empty for any other.
[[nodiscard]] QByteArray rootPrefix(const QByteArray &path);

} // namespace pipeglass::catalog
