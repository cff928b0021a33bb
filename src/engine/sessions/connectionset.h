// SPDX-License-Identifier: MIT
#pragma once

#include "engine/sessions/connection.h"

#include <map>
#include <set>
#include <vector>

namespace pipeglass::engine {

/// The connections of a session, which owns them, in the order of their coming. One that has not begun is not told of.
class ConnectionSet {
public:
    [[nodiscard]] bool isEmpty() const { return m_all.empty(); }
    void add(Connection *connection) { m_all.emplace(connection->state().id, connection); }
    /// Whether it had begun. What it received still counts.
    bool remove(const Connection &connection);
    bool markBegun(ConnectionId id) { return m_begun.insert(id).second; } ///< whether it had not
    [[nodiscard]] bool hasBegun(ConnectionId id) const { return m_begun.count(id) > 0; }

    [[nodiscard]] Connection *find(ConnectionId id) const; ///< null: gone
    [[nodiscard]] Connection *first() const { return m_all.begin()->second; } ///< of a set that is not empty
    /// A copy, for loops in which connections may end.
    [[nodiscard]] std::vector<Connection *> all() const;
    [[nodiscard]] std::vector<ConnectionState> states() const; ///< of those that have begun
    [[nodiscard]] qint64 queuedBytes() const;

    // As in Connection; `id` invalid: of all. Fail with PeerClosed where there is none.
    void finishSending(ConnectionId id) const;
    void setFraming(ConnectionId id, Side from, const framing::FramingPtr &framing) const;
    void setRules(ConnectionId id, const RelayRules &rules) const;
    [[nodiscard]] Status decide(ConnectionId id, Side from, quint64 held, const HeldAction &action) const;
    [[nodiscard]] Status inject(ConnectionId id, Side from, const QByteArray &payload) const;
    /// What came from the sides that are not ours, also on connections that are gone; 0 where none is ours.
    [[nodiscard]] quint64 bytesReceived() const;

private:
    [[nodiscard]] std::vector<Connection *> meant(ConnectionId id) const;

    std::map<ConnectionId, Connection *> m_all;
    std::set<ConnectionId> m_begun;
    quint64 m_bytesOfGone = 0;
};

} // namespace pipeglass::engine
