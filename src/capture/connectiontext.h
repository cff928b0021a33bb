// SPDX-License-Identifier: MIT
#pragma once

#include "capture/record.h"

#include <optional>

namespace pipeglass::capture {

/// A connection as one line that people can read in Wireshark and that gives everything back (all but the id, which is
/// the number of the interface block):
///
///     pipe=/tmp/CoreFxPipe_jobs pid=4242 uid=1000 user=ann role=client program=worker framing=int32le
///
/// Values are escapedText() with blanks as `\x20` too; `role` is the peer's. Unknown keys are skipped.
[[nodiscard]] QByteArray connectionText(const ConnectionInfo &info);
/// Nothing if it is no such line.
[[nodiscard]] std::optional<ConnectionInfo> connectionFromText(QByteArrayView text);

/// The interface's name: `/tmp/CoreFxPipe_jobs #1 worker 4242`, escaped and shortened.
[[nodiscard]] QByteArray connectionTitle(const ConnectionInfo &info);

} // namespace pipeglass::capture
