// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/staleremoval.h"

namespace pipeglass::catalog {

/// Deletes a debugger FIFO (clr-debug-pipe-PID-KEY-in or -out) if it is still the file that was looked at and the
/// process that its name claims has ended. Never opens it: the runtime takes whoever does for a debugger. With
/// `onlyLook` it touches nothing. Fails as StaleRemoval does: with NotASocket for any other FIFO, LeftAlive,
/// LeftUnknown (not in the machine's outermost namespaces), Replaced, DeletionDenied. Any thread.
[[nodiscard]] Status deleteStaleFifo(const KnownFile &fifo, bool onlyLook);

} // namespace pipeglass::catalog
