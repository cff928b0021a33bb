// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "core/strongid.h"
#include "core/system/process.h"
#include "engine/shaping/relayrules.h"

#include <QByteArray>
#include <QMetaType>

#include <optional>
#include <vector>

namespace pipeglass::engine {

/// What one side of a connection writes, until it ends.
enum class StreamEnd {
    Open,
    ByWriter, ///< it sends no more
    ByReader, ///< the other side reads no more
};

/// Bytes of a message that has not come whole for half a second. Perhaps the framing is the wrong one.
struct Awaited {
    qsizetype have = 0; ///< wire bytes; 0: nothing is waited for
    qsizetype total = 0; ///< of the whole message; 0: not known

    friend bool operator==(const Awaited &, const Awaited &) = default;
};

struct ConnectionState {
    ConnectionId id;
    PerSide<ProcessInfo> peers; ///< names come later than pids, and with them this state anew
    std::optional<Side> ours; ///< which end we are, if any
    PerSide<StreamEnd> ends;
    PerSide<Awaited> awaited;
    bool closed = false; ///< gone altogether
    RelayRules rules = {}; ///< of a relay
    std::vector<HeldMessage> held = {}; ///< by a relay
    QByteArray path = {}; ///< of the pipe
    PerSide<QByteArray> guessedFraming = {}; ///< ids, if the framing is guessed; empty: not yet

    /// Where we are an end: who is at the other one, and whether we can still write to it.
    [[nodiscard]] const ProcessInfo &peer() const { return peers[ours ? otherSide(*ours) : Side::Client]; }
    [[nodiscard]] bool canSend() const { return !closed && ours && ends[*ours] == StreamEnd::Open; }
};

} // namespace pipeglass::engine

Q_DECLARE_METATYPE(pipeglass::engine::ConnectionState)
