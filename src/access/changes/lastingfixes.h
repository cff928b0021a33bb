// SPDX-License-Identifier: MIT
#pragma once

#include "access/permissions/accessfacts.h"

namespace pipeglass::access {

/// What makes a server create its pipe with the right permissions, for people to copy.
struct LastingFix {
    QString title;
    QString text; ///< lines of code, of a unit file, or for sh
};

/// For a pipe that is `now` and shall come out as `wanted`: code lines, a systemd drop-in with UMask= and Group=, a
/// group. Only what lets in whom `wanted` lets in; an access list takes setfacl after the pipe is made, or a group that
/// its users share.
[[nodiscard]] std::vector<LastingFix>
lastingFixes(const QByteArray &path, const Permissions &now, const Permissions &wanted);

} // namespace pipeglass::access
