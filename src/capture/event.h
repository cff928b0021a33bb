// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "core/strongid.h"
#include "core/system/process.h"

#include <optional>

namespace pipeglass::capture {

/// What happened on a connection beside messages. The numbers stand in recordings (FORMAT.md): never change one.
enum class EventKind : quint8 {
    Connected = 0,
    HalfClosed = 1, ///< `side` sends no more
    Closed = 2, ///< by `side`
    Refused = 3,
    Note = 4, ///< `note` says what
    ReadingEnded = 5, ///< `side` reads no more
    Identified = 6, ///< `process` is the one at `side`
    Lost = 7, ///< `messages` of `bytes` wire bytes in all passed and could not be recorded
    ReplyFailed = 8, ///< no reply to a message of the other side could be made
    NotSent = 9, ///< a message for all clients was not sent to this one
    DescriptorsPassed = 10, ///< `messages` descriptors came from `side` and were passed on
    DescriptorsLost = 11, ///< of descriptors that came from `side` some could not be received
    Missed = 12, ///< `messages` connections to the pipe did not go through the tap; nothing of them is recorded
};
inline constexpr EventKind lastEventKind = EventKind::Missed;

/// An event as recorded: codes and values. Words for people are made where it is shown.
struct Event {
    Timestamp time;
    ConnectionId connection;
    EventKind kind = EventKind::Note;
    std::optional<Side> side = {}; ///< nullopt: not known (recordings of version 1)
    ProcessInfo process = {};
    quint64 messages = 0;
    quint64 bytes = 0;
    QString note = {};

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace pipeglass::capture
