// SPDX-License-Identifier: MIT
#include "overview/topology.h"

#include <algorithm>
#include <unordered_map>

namespace pipeglass::ui {

using catalog::Connection;
using catalog::PipeEntry;
using catalog::PipeState;

namespace {

std::optional<quint64> sum(std::optional<quint64> a, std::optional<quint64> b)
{
    return a && b ? std::optional(*a + *b) : std::nullopt;
}

/// Collects ends in order, one per process; those that are not visible are one more, and those that have ended another.
class Ends {
public:
    TopologyEnd &of(const std::optional<ProcessInfo> &process, bool isWaiting, bool hasEnded = false)
    {
        const qint64 unseen = hasEnded ? -2 : -1;
        const qint64 pid = process ? process->pid : unseen;
        const auto [at, isNew] = m_places.try_emplace(isWaiting ? pid + waitingKeys : pid, m_ends.size());
        if (isNew) {
            const std::optional<quint64> none = isWaiting ? std::nullopt : std::optional<quint64>(0);
            m_ends.push_back({ process, 0, isWaiting, { none, none }, hasEnded });
        }
        return m_ends[at->second];
    }
    std::vector<TopologyEnd> take() { return std::move(m_ends); }

private:
    static constexpr qint64 waitingKeys = qint64{ 1 } << 32;

    std::vector<TopologyEnd> m_ends;
    std::unordered_map<qint64, size_t> m_places;
};

Topology::NewClients newcomersOf(const PipeEntry &entry)
{
    switch (entry.state) {
    case PipeState::Listening:
        return Topology::NewClients::Reach;
    case PipeState::Bound:
    case PipeState::Stale:
    case PipeState::ShutDown:
        return Topology::NewClients::Refused;
    case PipeState::Orphaned:
        return Topology::NewClients::DoNotFindIt;
    case PipeState::TakenOver:
        return Topology::NewClients::ReachAnotherPipe;
    case PipeState::Unknown:
        break;
    }
    return Topology::NewClients::Unknown;
}

} // namespace

QueuedBytes &QueuedBytes::operator+=(const QueuedBytes &other)
{
    toServer = sum(toServer, other.toServer);
    toClient = sum(toClient, other.toClient);
    return *this;
}

Topology::Topology(const PipeEntry &entry, const std::optional<std::vector<Connection>> &connections)
    : areConnectionsKnown(connections.has_value())
    , connected(entry.clients)
    , waiting(entry.waiting)
    , newClients(newcomersOf(entry))
{
    if (connections) {
        addClients(*connections);
        const auto waits = [](const Connection &connection) { return connection.isWaiting; };
        const auto waiters = std::count_if(connections->begin(), connections->end(), waits);
        waiting = static_cast<quint32>(waiters);
        // If the row does not know the number, there are further clients.
        if (connected)
            connected = static_cast<quint32>(connections->size()) - *waiting;
    }
    addServers(entry, connections.value_or(std::vector<Connection>()));
}

void Topology::addClients(const std::vector<Connection> &connections)
{
    Ends ends;
    for (const Connection &connection : connections) {
        const bool hasEnded = connection.hasClientEnded() && !connection.client;
        TopologyEnd &end = ends.of(connection.client, connection.isWaiting, hasEnded);
        ++end.connections;
        // Unread bytes of a client that has ended are lost.
        const bool isLost = hasEnded && !connection.isWaiting;
        end.queued += { connection.unreadByServer, isLost ? quint64{ 0 } : connection.unreadByClient };
    }
    clients = ends.take();
    std::stable_sort(clients.begin(), clients.end(), [](const TopologyEnd &a, const TopologyEnd &b) {
        return a.isWaiting != b.isWaiting ? b.isWaiting : a.queued.total() > b.queued.total();
    });
}

void Topology::addServers(const PipeEntry &entry, const std::vector<Connection> &connections)
{
    Ends ends;
    const auto holders = entry.server.value_or(QList<ProcessInfo>());
    // A live socket has a holder, visible or not.
    if (holders.empty() && entry.kind == catalog::FileKind::Socket && entry.state != PipeState::Stale)
        ends.of({}, false);
    for (const ProcessInfo &process : holders)
        ends.of(process, false);
    for (const Connection &connection : connections) {
        if (connection.isWaiting)
            continue;
        TopologyEnd &end = ends.of(connection.server, false);
        ++end.connections;
        end.queued += { connection.unreadByServer, connection.unreadByClient };
    }
    servers = ends.take();
}

std::vector<TopologyEnd> Topology::firstClients(size_t maxCount) const
{
    std::vector<TopologyEnd> first(
        clients.begin(), clients.begin() + static_cast<ptrdiff_t>(qMin(maxCount, clients.size())));
    const auto waiter =
        std::find_if(clients.begin(), clients.end(), [](const TopologyEnd &client) { return client.isWaiting; });
    if (!first.empty() && !first.back().isWaiting && waiter != clients.end())
        first.back() = *waiter;
    return first;
}

size_t Topology::clientsBeyond(size_t maxCount) const
{
    return clients.size() > maxCount ? clients.size() - maxCount : 0;
}

} // namespace pipeglass::ui
