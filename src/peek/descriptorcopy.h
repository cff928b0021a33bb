// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <sys/types.h>

namespace pipeglass::peek {

/// What a descriptor of another process must be for a copy of it to be used.
struct ExpectedFile {
    mode_t type = 0; ///< S_IFSOCK or S_IFIFO
    quint32 inode = 0; ///< the low 32 bits, as /proc and sock_diag tell them
    quint64 cookie = 0; ///< of a socket (SO_COOKIE); 0: not known
};

/// A copy of descriptor `number` of a process (pidfd_getfd). It keeps the open file alive: close it at once.
/// Fails with TraceDenied where the process may not be traced, with SocketGone where the process has ended or the
/// descriptor is another file by now, with Unsupported where the kernel has no pidfd_getfd (before Linux 5.6), or with
/// OutOfDescriptors; the errors have no subject. Any thread.
[[nodiscard]] Result<UniqueFd> copyDescriptor(pid_t process, int number, const ExpectedFile &expected);

} // namespace pipeglass::peek
