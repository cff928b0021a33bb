// SPDX-License-Identifier: MIT
#pragma once

#include "core/files/fileaside.h"

namespace pipeglass::exchange {

/// A socket file under a descriptor, and who may connect to it.
struct HeldSocket {
    UniqueFd fd; ///< O_PATH
    FileFacts facts;
    QByteArray accessList; ///< the attribute system.posix_acl_access; empty: none
};

/// Opens what stands under `leaf`. Fails with NotASocket, or as the system does (NoSuchFile).
[[nodiscard]] Result<HeldSocket> holdSocket(int directory, const QByteArray &leaf);
/// Reads the facts of a held file again.
[[nodiscard]] Result<HeldSocket> holdSocket(UniqueFd file);

/// Same owner, group, mode and access list. The set-id and sticky bits do not count: a socket has no use for them.
[[nodiscard]] bool samePermissions(const HeldSocket &a, const HeldSocket &b);
/// Makes the permissions of `to` those of `from`. At no moment may anybody connect to `to` who could neither before
/// nor afterwards. Fails with TapNotPermitted, AclUnsupported, Replaced (it was changed meanwhile) or as the system
/// does; `path` is for the error.
[[nodiscard]] Status copyPermissions(const HeldSocket &from, const HeldSocket &to, const QByteArray &path);

/// renameat2() within a directory: 0 or errno.
[[nodiscard]] int exchangeNames(int directory, const QByteArray &one, const QByteArray &other);
[[nodiscard]] int moveToFreeName(int directory, const QByteArray &from, const QByteArray &to);

/// Deletes what stands under a leaf of our making if it is this file; false where another file stands there, or it
/// cannot be deleted. Goes by the name, which is safe: whoever can put another file there can delete that one too.
bool removeAt(int directory, const QByteArray &leaf, const FileIdentity &file);

} // namespace pipeglass::exchange
