// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/namespaces/networknamespaces.h"
#include "catalog/sockets/sockettable.h"
#include "core/uniquefd.h"

#include <functional>

namespace pipeglass::catalog {

/// Reads the list of sockets of our own network namespace together with those of all others that processes are in and
/// that may be entered (NetworkNamespaces): listeners out there whose files are here, and both ends of connections from
/// one to another. Enters them by a thread of its own, one after the other, and holds none beyond the call. Where there
/// is no other it costs next to nothing; each other one some 50 us, and what its sockets cost.
class NetworkSocketReader {
public:
    /// Fills `table`, which is empty. `own` was opened in our own namespace.
    [[nodiscard]] Result<SocketTable>
    read(SocketDiag &own, SocketTable table, NetworkNamespaces::Look how = NetworkNamespaces::Look::Quick);

    /// Whether a socket of another network namespace, out of such a table, is there still; true also where nobody can
    /// ask.
    [[nodiscard]] bool lives(const FileSocket &socket) const;

    /// What the last read() took of a core beside the thread that called it, in nanoseconds.
    [[nodiscard]] qint64 took() const { return m_took; }

private:
    using Networks = NetworkNamespaces::Networks;
    using Entry = Networks::value_type;
    enum class Visit { Done, Refused, Vanished };

    void addOthers(SocketTable &table, NetworkNamespaces::Look how);
    [[nodiscard]] std::vector<const Entry *> unvisited() const;
    void visit(const std::vector<const Entry *> &networks, SocketTable &table);
    [[nodiscard]] static Visit enter(const Entry &network, const std::function<bool(SocketDiag &)> &task);
    /// False where none of those that are known to be in it is any more.
    [[nodiscard]] static bool addUnseen(const Entry &network, SocketTable &table);
    [[nodiscard]] bool addAllUnseen(SocketTable &table) const;

    NetworkNamespaces m_list;
    std::map<NetworkNamespaces::Key, Visit> m_visits; ///< of this read()
    qint64 m_took = 0;
};

} // namespace pipeglass::catalog
