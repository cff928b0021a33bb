// SPDX-License-Identifier: MIT
#include "engine/peer.h"

#include "core/accounts.h"

#include <sys/socket.h>

namespace pipeglass::engine {

ProcessInfo peerOf(int connectedSocket)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(connectedSocket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return {};
    if (credentials.pid <= 0)
        return { 0, {}, credentials.uid, userName(credentials.uid) };
    return describeProcess(credentials.pid, credentials.uid);
}

} // namespace pipeglass::engine
