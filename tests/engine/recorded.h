// SPDX-License-Identifier: MIT
#pragma once

#include "capture/recording.h"

namespace pipeglass::test {

/// The wires of one side of one connection put together; malformed ones too.
[[nodiscard]] QByteArray streamOf(const capture::Recording &recording, ConnectionId id, Side from);
/// Payloads of the whole messages of one side, over all connections.
[[nodiscard]] QByteArrayList payloadsOf(const capture::Recording &recording, Side from);
[[nodiscard]] qsizetype malformedIn(const capture::Recording &recording);
[[nodiscard]] qsizetype eventsIn(const capture::Recording &recording);

} // namespace pipeglass::test
