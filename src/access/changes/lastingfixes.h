// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

namespace pipeglass::access {

/// Makes a server create its pipe with the right permissions; text to copy.
struct LastingFix {
    QString title;
    QString text; ///< code, lines of a unit file, or commands for sh
};

/// Fixes for a pipe with permissions `now` that needs `wanted`: code, a systemd drop-in with UMask= and Group=, or a
/// group. None admits more than `wanted`; an ACL needs setfacl after the pipe is created, or a shared group.
[[nodiscard]] std::vector<LastingFix>
lastingFixes(const QByteArray &path, const Permissions &now, const Permissions &wanted);

} // namespace pipeglass::access
