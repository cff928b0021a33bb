// SPDX-License-Identifier: MIT
#pragma once

#include "core/side.h"
#include "core/strongid.h"
#include "decoding/protocols/hpack/headerstate.h"

#include <map>
#include <memory>

namespace pipeglass::decoding {

/// The header compression of each sender of a conversation of HTTP/2. Gets the frames of a sender in order, all of
/// them. One thread; the states that it gives are immutable.
class HeaderTracker {
public:
    /// What the sender's next frame needs; null: it has defined nothing.
    [[nodiscard]] std::shared_ptr<const HeaderState> state(ConnectionId connection, Side from) const;
    void add(ConnectionId connection, Side from, QByteArrayView frame);
    void forget(ConnectionId connection) { m_states.erase(connection); }

private:
    std::map<ConnectionId, PerSide<std::shared_ptr<const HeaderState>>> m_states;
};

} // namespace pipeglass::decoding
