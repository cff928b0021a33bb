// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/frameproblem.h"
#include "core/side.h"
#include "core/slice.h"
#include "core/strongid.h"
#include "core/system/process.h"

#include <optional>

namespace pipeglass::capture {

/// One frame as recorded. Wire = head + payload + tail (framing/frame.h).
struct Record {
    Timestamp time;
    ConnectionId connection;
    Side from = Side::Client; ///< who wrote it
    FrameProblem problem = FrameProblem::None;
    Slice wire;
    qsizetype headSize = 0;
    qsizetype tailSize = 0;
    /// The stream ended before the end of this message came. For those who follow a session; not stored in recordings.
    bool unfinished = false;

    [[nodiscard]] bool isMalformed() const { return problem != FrameProblem::None; }
    [[nodiscard]] Slice payload() const { return wire.sliced(headSize, wire.size() - headSize - tailSize); }
};

/// A connection as its interface block describes it.
struct ConnectionInfo {
    ConnectionId id; ///< given by the recording
    QByteArray pipe; ///< path or name, raw bytes
    PerSide<ProcessInfo> peers; ///< pid 0 where unknown
    PerSide<QByteArray> framing; ///< id of the framing in use for what each side wrote, when the connection began
    std::optional<Side> ours; ///< which end the recording program was; nullopt: neither
};

} // namespace pipeglass::capture
