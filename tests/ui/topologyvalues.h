// SPDX-License-Identifier: MIT
#pragma once

#include "catalog/connections.h"

namespace pipeglass::test {

inline ProcessInfo process(pid_t pid, const QByteArray &program = "client")
{
    return { pid, program, 1000, QStringLiteral("user") };
}

/// A listening pipe with one server, pid 42.
inline catalog::PipeEntry listeningPipe()
{
    catalog::PipeEntry entry;
    entry.directory = "/tmp";
    entry.fileName = "CoreFxPipe_jobs";
    entry.kind = catalog::FileKind::Socket;
    entry.socketType = catalog::SocketType::Stream;
    entry.state = catalog::PipeState::Listening;
    entry.server = { process(42, "server") };
    entry.clients = 0;
    entry.waiting = 0;
    return entry;
}

inline catalog::Connection connected(pid_t client, quint64 unreadByServer, quint64 unreadByClient, pid_t server = 42)
{
    catalog::Connection connection;
    connection.client = process(client);
    connection.server = process(server, "server");
    connection.unreadByServer = unreadByServer;
    connection.unreadByClient = unreadByClient;
    connection.clientInode = static_cast<quint32>(client);
    connection.cookie = static_cast<quint64>(client);
    return connection;
}

inline catalog::Connection waitingClient(pid_t client)
{
    catalog::Connection connection;
    connection.client = process(client);
    connection.isWaiting = true;
    connection.clientInode = static_cast<quint32>(client);
    return connection;
}

} // namespace pipeglass::test
