// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"

#include <optional>

namespace pipeglass::capture {

/// A connection as one line that gives everything back but the id, which is the number of the interface block:
///
///     pipe=/tmp/CoreFxPipe_jobs client-pid=4242 client-uid=1000 client-user=ann client-program=worker
///     client-framing=int32le server-pid=17 ... server-framing=int32le ours=server
///
/// (one line; FORMAT.md lists the keys). `ours` is missing where the recording program was neither.
[[nodiscard]] QByteArray connectionDescription(const ConnectionInfo &info);
/// nullopt if it is no such line. Reads the lines of version 1 too. Unknown keys are skipped.
[[nodiscard]] std::optional<ConnectionInfo> connectionFromDescription(QByteArrayView text);

/// The interface's name: `/tmp/CoreFxPipe_jobs #1 worker 4242`, escaped and shortened: the other end of a connection
/// of ours, else `worker 4242 > jobs 17`.
[[nodiscard]] QByteArray connectionTitle(const ConnectionInfo &info);
/// Both ends for Wireshark's comment columns: `client: worker 4242 (ann), server: jobs 17 (root)`.
[[nodiscard]] QByteArray peersComment(const PerSide<ProcessInfo> &peers);

} // namespace pipeglass::capture
