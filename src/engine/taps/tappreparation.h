// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/kernel/unixdiag.h"
#include "core/system/process.h"
#include "engine/sessions/requests.h"
#include "exchange/exchangedname.h"

#include <memory>
#include <optional>
#include <set>
#include <vector>

namespace pipeglass::engine {

/// A tap that is ready to begin; nothing of the pipe was touched.
struct PreparedTap {
    QByteArray path; ///< of the pipe
    QByteArray link; ///< the symbolic link that was named; empty: none
    std::unique_ptr<exchange::ExchangedName> name;
    UniqueFd watch; ///< inotify, for NameFollower
    ProcessInfo server; ///< pid 0: not known
    std::vector<pid_t> serverProcesses; ///< all that have its socket; empty: not known
    std::vector<ProcessInfo> connectedBefore; ///< clients whose traffic will not be seen
    std::set<quint32> knownClients; ///< the inodes of their sockets
    std::optional<catalog::BoundFile> file; ///< of the server's socket
    std::vector<Error> notices; ///< what may not work while the tap is in place
};

/// First undoes taps that were killed. A server that makes its pipe anew may be away for a moment and is waited for.
/// May block. Fails as destinationOf() and ExchangedName::prepare() do, and with NotListening, ListenerShutDown,
/// NotWatched.
[[nodiscard]] Result<PreparedTap> prepareTap(const TapRequest &request);

} // namespace pipeglass::engine
