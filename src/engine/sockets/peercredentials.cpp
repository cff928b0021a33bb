// SPDX-License-Identifier: MIT
#include "engine/sockets/peercredentials.h"

#include "core/system/accounts.h"

#include <sys/socket.h>

namespace pipeglass::engine {

ProcessInfo peerNumbersOf(int connectedSocket)
{
    ucred credentials{};
    socklen_t size = sizeof credentials;
    if (::getsockopt(connectedSocket, SOL_SOCKET, SO_PEERCRED, &credentials, &size) != 0)
        return {};
    return { credentials.pid > 0 ? credentials.pid : 0, {}, credentials.uid, {} };
}

ProcessInfo withNames(const ProcessInfo &numbers)
{
    if (numbers.pid > 0)
        return describeProcess(numbers.pid, numbers.uid);
    return { 0, {}, numbers.uid, userName(numbers.uid) };
}

} // namespace pipeglass::engine
