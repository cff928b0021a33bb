// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/process.h"
#include "core/slice.h"
#include "core/strongid.h"

namespace pipeglass::capture {

/// As this program sees it: In came from the peer, Out went to it.
enum class Direction : quint8 { In, Out };

/// What happened on a connection beside messages. Stored as packet comments.
enum class EventKind : quint8 { Connected, HalfClosed, Closed, Refused, Note };

/// One frame as recorded. Wire = head + payload + tail (framing/frame.h).
struct Record {
    Timestamp time;
    ConnectionId connection;
    Direction direction = Direction::In;
    bool malformed = false;
    Slice wire;
    qsizetype headSize = 0;
    qsizetype tailSize = 0;
    /// The stream ended before the end of this message came. For those who follow a session; not stored in recordings.
    bool unfinished = false;

    [[nodiscard]] Slice payload() const { return wire.sliced(headSize, wire.size() - headSize - tailSize); }
};

/// A connection as its interface block describes it.
struct ConnectionInfo {
    ConnectionId id; ///< given by the recording
    QByteArray pipe; ///< path or name, raw bytes
    ProcessInfo peer; ///< pid 0 where unknown
    bool peerIsServer = false; ///< we attached (true) or we host (false)
    QByteArray framing; ///< id of the framing in use when it began
};

} // namespace pipeglass::capture
