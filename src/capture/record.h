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
    Side from = Side::Client; ///< sender
    FrameProblem problem = FrameProblem::None;
    Slice wire;
    qsizetype headSize = 0;
    qsizetype tailSize = 0;
    /// The stream ended within this message. For followers of a session; not stored in recordings.
    bool unfinished = false;

    [[nodiscard]] bool isMalformed() const { return problem != FrameProblem::None; }
    [[nodiscard]] Slice payload() const { return wire.sliced(headSize, wire.size() - headSize - tailSize); }
};

/// A connection as in its interface block.
struct ConnectionInfo {
    ConnectionId id; ///< assigned by the recording
    QByteArray pipe; ///< path or name, raw bytes
    PerSide<ProcessInfo> peers; ///< pid 0: unknown
    PerSide<QByteArray> framing; ///< id of the framing of each side when the connection began, or as guessed then
    std::optional<Side> ours; ///< the recording program's end; nullopt: neither
    QByteArray ringId = {}; ///< of a recording in several files, in which `id` is the same in all; else empty
};

} // namespace pipeglass::capture
