// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namespaces/networknamespaces.h"
#include "catalog/sockets/sockettable.h"
#include "core/uniquefd.h"

#include <functional>

namespace pipeglass::catalog {

/// Reads the sockets of our own and all other accessible network namespaces (NetworkNamespaces): servers in other
/// namespaces whose files are visible here, and both ends of connections between namespaces. Enters them with a
/// separate thread, one after the other, and keeps none open. About 50 us for each other namespace, plus its sockets.
class NetworkSocketReader {
public:
    /// Fills `table`, which must be empty. `own` must have been opened in our own namespace.
    [[nodiscard]] Result<SocketTable>
    read(SocketDiag &own, SocketTable table, NetworkNamespaces::ScanMode how = NetworkNamespaces::ScanMode::Quick);

    /// Whether a socket of such a table still exists; true if that cannot be determined.
    [[nodiscard]] bool stillExists(const FileSocket &socket) const;

    /// CPU time of the last read() in other threads, in nanoseconds.
    [[nodiscard]] qint64 cpuTime() const { return m_cpuTime; }

private:
    using Networks = NetworkNamespaces::Networks;
    using Entry = Networks::value_type;
    enum class Visit { Done, Refused, Vanished };

    void addOthers(SocketTable &table, NetworkNamespaces::ScanMode how);
    [[nodiscard]] std::vector<const Entry *> unvisited() const;
    void visit(const std::vector<const Entry *> &networks, SocketTable &table);
    [[nodiscard]] static Visit enter(const Entry &network, const std::function<bool(SocketDiag &)> &task);
    /// False if none of its known members exists any more.
    [[nodiscard]] static bool addUnseen(const Entry &network, SocketTable &table);
    [[nodiscard]] bool addAllUnseen(SocketTable &table) const;

    NetworkNamespaces m_list;
    std::map<NetworkNamespaces::Key, Visit> m_visits; ///< results of the current read()
    qint64 m_cpuTime = 0;
};

} // namespace pipeglass::catalog
