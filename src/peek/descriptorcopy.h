// SPDX-License-Identifier: MIT
#pragma once

#include "core/result.h"
#include "core/uniquefd.h"

#include <sys/types.h>

namespace pipeglass::peek {

/// The expected file of a copied descriptor.
struct ExpectedFile {
    mode_t type = 0; ///< S_IFSOCK or S_IFIFO
    quint32 inode = 0; ///< low 32 bits, as in /proc and sock_diag
    quint64 cookie = 0; ///< for a socket (SO_COOKIE); 0: unknown
};

/// Copies descriptor `number` of a process (pidfd_getfd). The copy keeps the file open: close it at once. Fails with
/// TraceDenied if the process may not be traced, SocketGone if it has ended or the descriptor is another file,
/// Unsupported before Linux 5.6, or OutOfDescriptors; errors have no subject. Any thread.
[[nodiscard]] Result<UniqueFd> copyDescriptor(pid_t process, int number, const ExpectedFile &expected);

} // namespace pipeglass::peek
