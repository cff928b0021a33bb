// SPDX-License-Identifier: MIT
#pragma once

#include "core/uniquefd.h"

#include <sys/syscall.h>
#include <unistd.h>

namespace pipeglass {

/// pidfd_open(): invalid on failure (errno). Directly, because sys/pidfd.h of glibc 2.36 is not for C++.
[[nodiscard]] inline UniqueFd openProcess(pid_t pid)
{
    return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_open, pid, 0)));
}

/// pidfd_getfd(), close-on-exec: invalid on failure (errno).
[[nodiscard]] inline UniqueFd copyOfDescriptor(const UniqueFd &process, int number)
{
    return UniqueFd(static_cast<int>(::syscall(SYS_pidfd_getfd, process.get(), number, 0)));
}

} // namespace pipeglass
