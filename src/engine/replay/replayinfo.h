// SPDX-License-Identifier: MIT
#pragma once

#include "core/growingindex.h"
#include "engine/replay/replay.h"

namespace pipeglass::engine {

/// An answer of a replay that is not as recorded.
struct ReplayDifference {
    static constexpr quint32 none = 0xffffffff;

    quint32 recorded = none; ///< item of the recording that is replayed; none: nothing was recorded
    quint32 received = none; ///< item of the new recording; none: nothing came, or it is not recorded
    quint32 number = 0; ///< of the recorded message, from 1; 0: nothing was recorded
    ConnectionId connection; ///< in the recording that is replayed
    Side from = Side::Server;
};

/// The differences that a replay finds, in the order of the answers. One thread appends; any thread reads.
using ReplayDifferences = GrowingIndex<ReplayDifference>;

/// What the window needs to know of a replay.
struct ReplayInfo {
    capture::MessageListPtr recorded; ///< that is replayed
    std::shared_ptr<const ReplayDifferences> differences;
    ReplayCounts counts;
    bool isComplete = false; ///< everything was played
};

} // namespace pipeglass::engine
