// SPDX-License-Identifier: MIT
#include "engine/sessions/connectionset.h"

namespace pipeglass::engine {

namespace {

quint64 receivedOn(const Connection &connection)
{
    const auto ours = connection.state().ours;
    return ours ? connection.stream(otherSide(*ours)).bytes() : 0;
}

} // namespace

bool ConnectionSet::remove(const Connection &connection)
{
    m_bytesOfGone += receivedOn(connection);
    m_all.erase(connection.state().id);
    return m_begun.erase(connection.state().id) > 0;
}

Connection *ConnectionSet::find(ConnectionId id) const
{
    const auto found = m_all.find(id);
    return found == m_all.end() ? nullptr : found->second;
}

std::vector<Connection *> ConnectionSet::all() const
{
    std::vector<Connection *> all;
    all.reserve(m_all.size());
    for (const auto &[id, connection] : m_all)
        all.push_back(connection);
    return all;
}

std::vector<ConnectionState> ConnectionSet::states() const
{
    std::vector<ConnectionState> states;
    states.reserve(m_all.size());
    for (const auto &[id, connection] : m_all) {
        if (hasBegun(id))
            states.push_back(connection->state());
    }
    return states;
}

qint64 ConnectionSet::queuedBytes() const
{
    qint64 sum = 0;
    for (const auto &[id, connection] : m_all)
        sum += connection->queuedBytes();
    return sum;
}

std::vector<Connection *> ConnectionSet::meant(ConnectionId id) const
{
    if (!id.isValid())
        return all();
    Connection *connection = find(id);
    return connection != nullptr ? std::vector{ connection } : std::vector<Connection *>();
}

void ConnectionSet::finishSending(ConnectionId id) const
{
    for (Connection *connection : meant(id))
        connection->finishSending();
}

void ConnectionSet::setFraming(ConnectionId id, Side from, const framing::FramingPtr &framing) const
{
    for (Connection *connection : meant(id))
        connection->setFraming(from, framing);
}

void ConnectionSet::setRules(ConnectionId id, const RelayRules &rules) const
{
    for (Connection *connection : meant(id))
        connection->setRules(rules);
}

Status ConnectionSet::decide(ConnectionId id, Side from, quint64 held, const HeldAction &action) const
{
    Connection *connection = find(id);
    return connection != nullptr ? connection->decide(from, held, action) : failure(ErrorCode::PeerClosed);
}

Status ConnectionSet::inject(ConnectionId id, Side from, const QByteArray &payload) const
{
    Status status = failure(ErrorCode::PeerClosed);
    for (Connection *connection : meant(id)) {
        if (const Status one = connection->inject(from, payload); one || status.error().code == ErrorCode::PeerClosed)
            status = status ? status : one;
    }
    return status;
}

quint64 ConnectionSet::bytesReceived() const
{
    quint64 sum = m_bytesOfGone;
    for (const auto &[id, connection] : m_all)
        sum += receivedOn(*connection);
    return sum;
}

} // namespace pipeglass::engine
