// SPDX-License-Identifier: MIT
#pragma once

#include "capture/messagelist.h"
#include "framing/framingregistry.h"

#include <map>
#include <memory>
#include <optional>
#include <vector>

namespace pipeglass::engine {

/// The connections of a recorded conversation, and the items of each in their order, so that one connection can be
/// walked without the others. Eight bytes an item; nothing but numbers is kept in memory. One thread adds; any thread
/// reads when it has ended.
class RecordedConnections {
public:
    struct Connection {
        ConnectionId id; ///< in the list
        quint32 first = 0; ///< items
        quint32 last = 0;
        Timestamp begin;
    };

    explicit RecordedConnections(capture::MessageListPtr list)
        : m_list(std::move(list))
    {
    }

    /// Takes at most this many more items of the list. True if there are more.
    bool add(quint64 items);
    /// Only these connections, in the order of the recording. Fails with InvalidArgument if one is not recorded.
    [[nodiscard]] Status select(const std::vector<ConnectionId> &wanted);

    [[nodiscard]] const capture::MessageListPtr &list() const { return m_list; }
    /// In the order of their first item. One that only says what was missed is not among them.
    [[nodiscard]] const std::vector<Connection> &connections() const { return m_connections; }
    [[nodiscard]] std::optional<quint32> next(quint32 item) const; ///< of the same connection
    [[nodiscard]] quint64 messageNumber(quint32 item) const; ///< from 1, without events
    /// Whether the recording says that messages are missing in it.
    [[nodiscard]] bool hasLosses() const { return m_hasLosses; }

private:
    struct Link {
        quint32 next = 0; ///< 0: none
        quint32 number = 0;
    };

    capture::MessageListPtr m_list;
    std::vector<Link> m_links;
    std::vector<Connection> m_connections;
    std::map<ConnectionId, size_t> m_places; ///< in m_connections
    quint32 m_messages = 0;
    bool m_hasLosses = false;
};

using RecordedConnectionsPtr = std::shared_ptr<const RecordedConnections>;

/// How each side of a recorded connection is cut. Fails with InvalidArgument for a framing that is not known.
[[nodiscard]] Result<PerSide<framing::FramingPtr>>
framingOf(const RecordedConnections &recorded, ConnectionId connection, const framing::FramingRegistry &framings);

} // namespace pipeglass::engine
