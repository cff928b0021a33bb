// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::ui {

/// Bytes that wait unread in connections, in each direction; nothing where that cannot be known.
struct QueuedBytes {
    std::optional<quint64> toServer; ///< the server has not read them
    std::optional<quint64> toClient; ///< the client has not read them

    [[nodiscard]] bool isDrained() const { return toServer == quint64{ 0 } && toClient == quint64{ 0 }; }
    /// Of what is known.
    [[nodiscard]] quint64 total() const { return toServer.value_or(0) + toClient.value_or(0); }
    QueuedBytes &operator+=(const QueuedBytes &other);

    friend bool operator==(const QueuedBytes &, const QueuedBytes &) = default;
};

/// A process at one end of a pipe, with all its connections put together.
struct TopologyEnd {
    std::optional<ProcessInfo> process; ///< nothing: it may not be seen, or has ended, and may be several
    int connections = 0;
    bool isWaiting = false; ///< clients only: not accepted yet, so that `queued` is not known
    QueuedBytes queued;
    bool hasEnded = false; ///< clients only: they closed their ends, and nobody closed the server's yet

    friend bool operator==(const TopologyEnd &, const TopologyEnd &) = default;
};

/// Who is at which end of a pipe: what the overview draws. Pure, a value.
struct Topology {
    /// What happens to a client that comes now.
    enum class Newcomers { Reach, Refused, CannotFindIt, GoElsewhere, Unknown };

    Topology() = default;
    /// `connections` are nothing while they are not known: then there are only the numbers that the entry has.
    Topology(const catalog::PipeEntry &entry, const std::optional<std::vector<catalog::Connection>> &connections);

    /// The first `most` clients for a picture, and how many processes are left over. Of those that wait, at least one
    /// is among them.
    [[nodiscard]] std::vector<TopologyEnd> firstClients(size_t most) const;
    [[nodiscard]] size_t clientsBeyond(size_t most) const;

    /// One for each process, those with most unread bytes first, in the order in which they came otherwise; those that
    /// wait come last.
    std::vector<TopologyEnd> clients;
    /// Who holds the listener, then who else holds accepted connections.
    std::vector<TopologyEnd> servers;
    bool areConnectionsKnown = false;
    /// Number of connections; nothing where there may be some that are not seen.
    std::optional<quint32> connected;
    std::optional<quint32> waiting; ///< number of clients
    Newcomers newcomers = Newcomers::Unknown;

    friend bool operator==(const Topology &, const Topology &) = default;

private:
    void addClients(const std::vector<catalog::Connection> &connections);
    void addServers(const catalog::PipeEntry &entry, const std::vector<catalog::Connection> &connections);
};

} // namespace pipeglass::ui
