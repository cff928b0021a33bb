// SPDX-License-Identifier: MIT
#pragma once

namespace pipeglass::programs {

/// Installs a seccomp filter in this thread and all processes that it starts: the kernel reports each listen() and
/// connect() of the native architecture, and the call waits for an answer. Returns the descriptor of the reports
/// (close-on-exec), or a negative errno: -EBUSY if a filter with reports is installed already, -EINVAL or -ENOSYS
/// before Linux 5.9. Sets no_new_privs without CAP_SYS_ADMIN, so set-uid programs get no more rights.
/// Async-signal-safe.
[[nodiscard]] int installCallFilter();

/// Whether the kernel can report calls like that. Any thread.
[[nodiscard]] bool isCallFilterAvailable();

} // namespace pipeglass::programs
