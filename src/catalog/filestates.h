// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/pipeentry.h"

namespace pipeglass::catalog {

/// A file as somebody looked at it: what has its name counts only as long as it is that file.
struct KnownFile {
    QByteArray directory; ///< raw bytes
    QByteArray leaf; ///< raw bytes
    FileIdentity file;
    bool isHeld = false; ///< the caller has a descriptor of it, so no other file can be taken for it
};

/// What is behind each of these socket files, found out without connecting: one state a file, in their order. Stale
/// only if provably nobody is, in any network namespace; Unknown where that cannot be told, and where what has the name
/// is not the file (any more). All of them take the same lists of the kernel's sockets, so many cost little more than
/// one. Synchronous, any thread.
[[nodiscard]] std::vector<PipeState> statesOf(const std::vector<KnownFile> &files);

} // namespace pipeglass::catalog
