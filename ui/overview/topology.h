// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::ui {

/// Unread bytes of connections in each direction; nullopt: unknown.
struct QueuedBytes {
    std::optional<quint64> toServer; ///< the server has not read them
    std::optional<quint64> toClient; ///< the client has not read them

    [[nodiscard]] bool isDrained() const { return toServer == quint64{ 0 } && toClient == quint64{ 0 }; }
    /// Of the known counts.
    [[nodiscard]] quint64 total() const { return toServer.value_or(0) + toClient.value_or(0); }
    QueuedBytes &operator+=(const QueuedBytes &other);

    friend bool operator==(const QueuedBytes &, const QueuedBytes &) = default;
};

/// A process at one end of a pipe, with all its connections.
struct TopologyEnd {
    std::optional<ProcessInfo> process; ///< nullopt: not visible or ended; may be several
    int connections = 0;
    bool isWaiting = false; ///< clients only: not accepted, so `queued` is unknown
    QueuedBytes queued;
    bool hasEnded = false; ///< clients only: closed, while the server's end is open

    friend bool operator==(const TopologyEnd &, const TopologyEnd &) = default;
};

/// The processes at both ends of a pipe, for the overview. Pure, a value.
struct Topology {
    /// What happens to a new client.
    enum class NewClients { Reach, Refused, DoNotFindIt, ReachAnotherPipe, Unknown };

    Topology() = default;
    /// `connections`: nullopt if unknown; then only the numbers of the entry are used.
    Topology(const catalog::PipeEntry &entry, const std::optional<std::vector<catalog::Connection>> &connections);

    /// The first `maxCount` clients for the drawing (at least one waiting client among them), and the number of
    /// processes that are left.
    [[nodiscard]] std::vector<TopologyEnd> firstClients(size_t maxCount) const;
    [[nodiscard]] size_t clientsBeyond(size_t maxCount) const;

    /// One per process, those with maxCount unread bytes first, otherwise in order of arrival; waiting ones last.
    std::vector<TopologyEnd> clients;
    /// Holders of the listener, then other holders of accepted connections.
    std::vector<TopologyEnd> servers;
    bool areConnectionsKnown = false;
    /// Number of connections; nullopt if some may not be visible.
    std::optional<quint32> connected;
    std::optional<quint32> waiting; ///< number of clients
    NewClients newClients = NewClients::Unknown;

    friend bool operator==(const Topology &, const Topology &) = default;

private:
    void addClients(const std::vector<catalog::Connection> &connections);
    void addServers(const catalog::PipeEntry &entry, const std::vector<catalog::Connection> &connections);
};

} // namespace pipeglass::ui
