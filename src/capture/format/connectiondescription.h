// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"

#include <optional>

namespace pipeglass::capture {

/// A connection as one line (FORMAT.md lists the keys). Its id is the number of the interface block, and is in the line
/// only if it has a `ringId`:
///
///     pipe=/tmp/CoreFxPipe_jobs client-pid=4242 client-uid=1000 client-user=ann client-program=worker
///     client-framing=int32le server-pid=17 ... server-framing=int32le ours=server
///
/// `ours` is missing if the recording program was neither end.
[[nodiscard]] QByteArray connectionDescription(const ConnectionInfo &info);
/// Parses such a line; nullopt if invalid. Also reads version 1. Unknown keys are skipped.
[[nodiscard]] std::optional<ConnectionInfo> connectionFromDescription(QByteArrayView text);

/// The interface's name, escaped and shortened: `/tmp/CoreFxPipe_jobs #1 worker 4242` with the other end of our own
/// connection, else `worker 4242 > jobs 17`.
[[nodiscard]] QByteArray connectionTitle(const ConnectionInfo &info);
/// Both ends, for Wireshark's comment columns: `client: worker 4242 (ann), server: jobs 17 (root)`.
[[nodiscard]] QByteArray peersComment(const PerSide<ProcessInfo> &peers);

} // namespace pipeglass::capture
