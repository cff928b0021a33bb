// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "core/strongid.h"
#include "core/system/process.h"

#include <optional>

namespace pipeglass::capture {

/// An event of a connection other than a message. The numbers are stored in recordings (FORMAT.md): never change one.
enum class EventKind : quint8 {
    Connected = 0,
    HalfClosed = 1, ///< `side` sends no more
    Closed = 2, ///< by `side`
    Refused = 3,
    Note = 4, ///< text in `note`
    ReadingEnded = 5, ///< `side` reads no more
    Identified = 6, ///< `process` is at `side`
    Lost = 7, ///< `messages` with `bytes` wire bytes in total could not be recorded
    ReplyFailed = 8, ///< no reply to a message of the other side could be created
    NotSent = 9, ///< a message for all clients was not sent to this one
    DescriptorsPassed = 10, ///< `messages` descriptors came from `side` and were passed on
    DescriptorsLost = 11, ///< of descriptors that came from `side` some could not be received
    Missed = 12, ///< `messages` connections to the pipe did not go through the tap; nothing of them is recorded
    // Of a tap that takes part; `side` is the sender.
    Paused = 13, ///< nothing is passed on
    Resumed = 14,
    Slowed = 15, ///< to `bytes` a second (0: no limit), `delayMs` late, and up to `jitterMs` more
    Held = 16, ///< a message of `bytes` payload bytes
    SentOn = 17, ///< a held message
    Dropped = 18, ///< a held message, `data`
    Edited = 19, ///< a held message, before that `data`
    Duplicated = 20, ///< a held message
    Delayed = 21, ///< a held message, which is sent on in `delayMs`
    Injected = 22, ///< the next message of `side` is not the sender's
    Cut = 23, ///< we end the connection
    Undelivered = 24, ///< `bytes` that waited here are dropped, because the reader is gone or the connection is cut
    FramingGuessed = 25, ///< what `side` sends is cut by `framing` from here on
    CredentialsPassed = 26, ///< `process`, not the one that is known at `side`, sends from here on (SCM_CREDENTIALS)
};
inline constexpr EventKind lastEventKind = EventKind::CredentialsPassed;

inline constexpr qsizetype maxEventDataSize = qsizetype{ 128 } << 10U;

/// A recorded event: codes and values. The text is made for display (text/eventtext.h).
struct Event {
    Timestamp time;
    ConnectionId connection;
    EventKind kind = EventKind::Note;
    std::optional<Side> side = {}; ///< nullopt: unknown (recordings of version 1)
    ProcessInfo process = {};
    quint64 messages = 0;
    quint64 bytes = 0;
    QString note = {};
    int delayMs = 0;
    int jitterMs = 0;
    /// Wire bytes that were received and not passed on as they were; stored up to maxEventDataSize, all counted in
    /// `bytes`.
    QByteArray data = {};
    QByteArray framing = {}; ///< id

    friend bool operator==(const Event &, const Event &) = default;
};

} // namespace pipeglass::capture
