// SPDX-License-Identifier: MIT
#pragma once

#include "core/clock.h"
#include "core/side.h"
#include "core/slice.h"
#include "filter/filter.h"

#include <optional>

namespace pipeglass::engine {

/// Which messages of a direction are held until a person decides.
struct HoldRule {
    QString text = {}; ///< of `filter`
    filter::Filter filter = {};
    bool keepsOrder = true; ///< later messages wait behind a held one

    friend bool operator==(const HoldRule &one, const HoldRule &other)
    {
        return one.text == other.text && one.keepsOrder == other.keepsOrder;
    }
};

/// How a relay passes on what one side sends. By default at once.
struct DirectionRules {
    bool paused = false;
    std::optional<HoldRule> hold = {};
    qint64 bytesPerSecond = 0; ///< 0: no limit
    int delayMs = 0;
    int jitterMs = 0; ///< each piece is delayed by up to this much more; the order is kept

    friend bool operator==(const DirectionRules &, const DirectionRules &) = default;
};

struct RelayRules {
    PerSide<DirectionRules> from; ///< by sender
    qint64 cutAfterBytes = 0; ///< of both directions together, passed on; 0: never
    int cutAfterMs = 0; ///< since the connection began; 0: never

    friend bool operator==(const RelayRules &, const RelayRules &) = default;
};

/// A message that was received and waits for a person.
struct HeldMessage {
    quint64 id = 0; ///< of this direction of its connection
    Side from = Side::Client;
    Timestamp received;
    Slice payload;
    bool isDelayed = false; ///< it is sent on after a time
};

/// What a person does with a held message.
struct HeldAction {
    enum class Kind {
        SendOn,
        Drop,
        Edit, ///< to `payload`; it stays held
        Duplicate, ///< the copy is behind it, and held too
        Delay, ///< sent on after `delayMs`
    };
    Kind kind = Kind::SendOn;
    QByteArray payload = {};
    int delayMs = 0;
};

} // namespace pipeglass::engine
